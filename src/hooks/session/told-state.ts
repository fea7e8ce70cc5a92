import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type FileLooks, lookOtherwise, looksOf } from "./file-looks.ts";
import { makePlainDirectory, markerFile, textOf } from "./session-marker.ts";

/** What a session is told when it starts again, as long as nothing that it was made of has changed. */
interface ToldState {
  readonly text: string;
  /** How the store of runs, and the approved plan, looked when it was made. */
  readonly looks: FileLooks;
}

const store = [".baton/runs.db", ".baton/runs.db-wal"];

/**
 * Keeps at a turn's end what the session is to be told when it starts again: mostly nothing happens in between. To be
 * called when the store is closed.
 * @param plan the approved plan's path from the root, where there is one
 */
export function keepTold(root: string, session: string, text: string, plan: string | null): void {
  const file = toldFile(root, session);
  if (file === undefined) return;
  makePlainDirectory(dirname(file));
  const fresh = `${file}.${process.pid}.baton-tmp`;
  const told: ToldState = { text, looks: looksOf([...store, ...(plan === null ? [] : [plan])], root) };
  writeFileSync(fresh, JSON.stringify(told), { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
}

/** What was kept for a session; undefined where there is nothing, or where something it was made of has changed. */
export function keptTold(root: string, session: string): string | undefined {
  try {
    const { text, looks } = JSON.parse(textOf(toldFile(root, session) ?? "")) as ToldState;
    return typeof text === "string" && !lookOtherwise(looks, root) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what was kept for a session. */
export function dropTold(root: string, session: string): void {
  const file = toldFile(root, session);
  if (file !== undefined) rmSync(file, { force: true });
}

function toldFile(root: string, session: string): string | undefined {
  return markerFile(root, session)?.replace(/\.json$/, ".told");
}
