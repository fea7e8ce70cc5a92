import { resolve } from "node:path";
import { findCodex } from "../codex/find-codex.ts";
import { Failure } from "../core/failure.ts";
import type { Io } from "./io.ts";

/**
 * The Codex to ask: the one `--codex` names, else the one that a shell here would find; undefined when there is none.
 * @throws Failure cli/usage when the one that was named is not there
 */
export function codexOption(io: Io, named: string | undefined): string | undefined {
  const path = named === undefined ? undefined : resolve(io.cwd, named);
  const codex = findCodex(io.env, path);
  if (path === undefined || codex !== undefined) return codex;
  throw new Failure("cli/usage", `there is no program "${named}"`, { status: 2, hint: "name the codex to ask" });
}
