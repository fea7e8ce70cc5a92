import { closeSync, constants, fstatSync, lstatSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Where hooks record what went wrong with them: a line of JSON each. */
export const hookLog = ".baton/hooks.log";

/** With this many bytes the log is put aside as `hooks.log.old`, in the place of the one before. */
const mostBytes = 256_000;

export interface HookTrouble {
  readonly at: string;
  readonly event: string;
  readonly session: string | null;
  readonly error: string;
}

/** Records that a hook let Codex go on because something went wrong. Never throws, and makes no `.baton` where there is none. */
export function logTrouble(root: string, trouble: HookTrouble): void {
  try {
    if (!lstatSync(join(root, ".baton")).isDirectory()) return;
    const path = join(root, hookLog);
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_WRONLY } = constants;
    const descriptor = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
    try {
      const error = trouble.error.slice(0, 2_000);
      writeSync(descriptor, `${JSON.stringify({ ...trouble, error })}\n`);
      if (fstatSync(descriptor).size > mostBytes) renameSync(path, `${path}.old`);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // A disk that takes no record must not stop Codex either.
  }
}
