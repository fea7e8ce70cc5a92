import { findOnPath } from "../codex/find-on-path.ts";
import { withShellPath } from "../codex/shell-path.ts";
import { commandTable } from "./command-table.ts";
import type { Io } from "./io.ts";

/** A command as all texts of ours have it. */
const written = new RegExp(
  `(?<![\\w./@-])baton (?=(?:${[...Object.keys(commandTable), "help", "<command>", "--help"].join("|")})(?![\\w-]))`,
  "g",
);

/**
 * A text of ours for a person, with its commands as they can call them: `baton install` where their shell finds `baton`,
 * else `npx codex-baton install`. What is printed for programs stays as it is written.
 */
export function inOwnName(io: Io, text: string): string {
  return text.search(written) < 0 || isFound(io) ? text : text.replace(written, "npx codex-baton ");
}

/** What `npx`, which is `npm exec`, has called may be another version than the one on `PATH`. */
function isFound({ program, env }: Io): boolean {
  if (program === undefined) return true;
  return env["npm_command"] !== "exec" && findOnPath("baton", withShellPath(env)) !== undefined;
}
