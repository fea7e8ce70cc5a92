import type { Code } from "../../../core/codes.ts";
import { Failure } from "../../../core/failure.ts";

// Primary result codes. Source: https://sqlite.org/rescode.html
const known: Readonly<Record<number, { readonly code: Code; readonly says: string; readonly hint: string }>> = {
  3: { code: "run/read-only", says: "cannot be opened", hint: "give this user access to it" },
  5: { code: "run/busy", says: "is held by another process", hint: "run it again" },
  6: { code: "run/busy", says: "is held by another process", hint: "run it again" },
  8: {
    code: "run/read-only",
    says: "cannot be written",
    hint: "give this user write access to the directory; inside a sandbox, ask through the MCP server",
  },
  10: {
    code: "run/disk-error",
    says: "did not take or give its bytes",
    hint: "the operation was not done; check the disk and its limits, then run it again",
  },
  11: {
    code: "run/corrupt-store",
    says: "is damaged",
    hint: "move it away with its -wal and -shm, then restore a backup or: baton run import <export>",
  },
  13: {
    code: "run/disk-full",
    says: "has no room to grow",
    hint: "nothing was changed; free space, then run it again",
  },
  14: {
    code: "run/read-only",
    says: "cannot be opened",
    hint: "give this user write access to the directory; inside a sandbox, ask through the MCP server",
  },
  26: {
    code: "run/not-a-store",
    says: "is not a database",
    hint: "move it away; if it was your store, restore a backup or: baton run import <export>",
  },
};

const corrupt = 11;

/**
 * As `sqliteFailure`, for a file that is being opened: there, whatever SQLite does not like is damage, since all it is asked
 * is the same for every store.
 */
export function openingFailure(error: unknown, file: string): unknown {
  if (sqliteCode(error) === undefined) return error;
  return sqliteFailure(
    Object.assign(new Error((error as Error).message), { code: sqliteError, errcode: corrupt }),
    file,
  );
}

const sqliteError = "ERR_SQLITE_ERROR";

/** The result code of an error that SQLite gave; undefined for any other. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || (error as NodeJS.ErrnoException).code !== sqliteError) return undefined;
  const { errcode } = error as Error & { readonly errcode?: unknown };
  return typeof errcode === "number" ? errcode : undefined;
}

/** Puts what SQLite says about a store into a failure the user can act on; any other error is given back as it is. */
export function sqliteFailure(error: unknown, file: string): unknown {
  // A number that no column of ours can hold.
  const damaged = error instanceof Error && (error as NodeJS.ErrnoException).code === "ERR_OUT_OF_RANGE";
  const entry = known[damaged ? corrupt : (sqliteCode(error) ?? 0) & 0xff];
  if (entry === undefined) return error;
  const { code, says, hint } = entry;
  return new Failure(code, `the store of runs ${says}: ${(error as Error).message}`, {
    hint,
    where: { file },
    cause: error,
  });
}
