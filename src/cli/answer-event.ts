import { concernsNobody } from "../hooks/concerns-nobody.ts";
import { logTrouble } from "../hooks/hook-log.ts";
import { rootOf } from "../hooks/root-of.ts";
import { readStdin } from "./read-stdin.ts";
import { writeAll } from "./write-all.ts";

/** Answers the hook event of Codex's that comes on standard input, and ends the process. Codex waits for it, many times a minute. */
export async function answerEvent(name: string): Promise<void> {
  const stdin = readHookStdin();
  if (concernsNobody(name, stdin)) return;
  const now = (): string => new Date().toISOString();
  const cwd = directory();
  const { answerHook } = await import("../hooks/answer-hook.ts").catch((error: unknown) => {
    // The programs in .baton/bin are of different builds, or one is gone: what answers is not there, and that is on record.
    const root = rootOf(cwd);
    if (root !== undefined) logTrouble(root, { at: now(), event: name, session: null, error: String(error) });
    throw error;
  });
  writeAll(1, await answerHook(name, stdin, { cwd, env: process.env, now }));
  // Everything is done, and Codex waits: the engine need not tidy up first.
  process.exit(0);
}

/** What cannot be read is no payload, and stands in nobody's way. */
function readHookStdin(): string {
  try {
    return readStdin();
  } catch {
    return "";
  }
}

/** A session may outlive the directory it was started in; its payload says where it is. */
function directory(): string {
  try {
    return process.cwd();
  } catch {
    return "";
  }
}
