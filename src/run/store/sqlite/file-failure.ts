import type { Code } from "../../../core/codes.ts";
import { Failure } from "../../../core/failure.ts";

const denied = {
  code: "run/read-only",
  hint: "give this user write access to the directory; inside a sandbox, ask through the MCP server",
} as const;
const full = { code: "run/disk-full", hint: "nothing was changed; free space, then run it again" } as const;
const inTheWay = {
  code: "run/read-only",
  hint: "something else lies where its directory belongs: move it away",
} as const;

const known: Readonly<Record<string, { readonly code: Code; readonly hint: string }>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: denied,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  ENOTDIR: inTheWay,
  EISDIR: inTheWay,
};

/** Puts what the system says about a store's file into a failure the user can act on; any other error is given back as it is. */
export function fileFailure(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const entry = known[code ?? ""];
  if (entry === undefined) return error;
  return new Failure(entry.code, `the store of runs cannot be reached: ${message}`, {
    hint: entry.hint,
    where: { file },
    cause: error,
  });
}
