import { realpathSync, statSync } from "node:fs";
import { Failure } from "../core/failure.ts";
import { liesIn } from "./lies-in.ts";
import { rootOf } from "./root-sessions.ts";
import { filesNewestFirst } from "./session-files.ts";

/**
 * The root session of a checkout, or of a directory in it, that was written to last.
 * @throws Failure trace/no-session
 */
export function lastSession(sessions: string, checkout: string): string {
  // Codex writes real paths.
  const directory = existing(() => realpathSync(checkout)) ?? checkout;
  const written: { readonly file: string; readonly at: number }[] = [];
  for (const file of filesNewestFirst(sessions)) {
    const at = existing(() => statSync(file).mtimeMs);
    if (at !== undefined) written.push({ file, at });
  }
  for (const { file } of written.sort((a, b) => b.at - a.at)) {
    const root = rootOf(file);
    if (root !== undefined && liesIn(root.meta.cwd, directory)) return file;
  }
  throw none(sessions, `no session was started in ${checkout}`);
}

/**
 * The root session of this id, or whose id begins so when only one does.
 * @throws Failure trace/no-session
 */
export function sessionWithId(sessions: string, id: string): string {
  const found = new Map<string, string>();
  if (/^[0-9a-f-]{4,36}$/i.test(id)) {
    for (const file of filesNewestFirst(sessions)) {
      const thread = /([0-9a-f-]{36})\.jsonl$/i.exec(file)?.[1]?.toLowerCase();
      if (thread?.startsWith(id.toLowerCase())) found.set(thread, file);
    }
  }
  const [file] = found.values();
  if (found.size > 1) throw none(sessions, `${found.size} sessions have an id that begins with "${id}"`);
  if (file === undefined) throw none(sessions, `there is no session "${id}"`);
  return file;
}

/** What the file system says; undefined when it says no. */
function existing<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function none(sessions: string, message: string): Failure {
  const hint = "check the id, the checkout, or CODEX_HOME; or name the session file itself";
  return new Failure("trace/no-session", message, { where: { file: sessions }, hint });
}
