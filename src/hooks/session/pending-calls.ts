import { lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FilesChanged, Spawn } from "../../trace/trace-event.ts";
import type { FileLooks } from "./file-looks.ts";
import { makePlainDirectory, markerFile, textOf } from "./session-marker.ts";

/** A call that Codex was let make and whose outcome is not known yet. */
export type PendingCall =
  /** `turn` is the root's turn it was called in, where that is known. */
  | { readonly does: "spawn"; readonly event: Spawn; readonly turn: string | null }
  /** `head` is the commit the branch was at before. */
  | { readonly does: "commit"; readonly head: string | null }
  /** `looks` tells how its files were before. */
  | { readonly does: "patch"; readonly event: FilesChanged; readonly looks: FileLooks };

/** Keeps a call until its outcome is seen: a file each, so that hooks that run at once do not lose one another's. */
export function keepCall(root: string, session: string, id: string, call: PendingCall): void {
  const file = callFile(root, session, id);
  if (file === undefined) return;
  makePlainDirectory(dirname(file));
  const fresh = `${file}.${process.pid}.baton-tmp`;
  writeFileSync(fresh, JSON.stringify(call), { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
}

/** Takes a kept call away and gives it; undefined where there is none. */
export function takeCall(root: string, session: string, id: string): PendingCall | undefined {
  const file = callFile(root, session, id);
  const call = file === undefined ? undefined : parseCall(textOf(file));
  if (call !== undefined && file !== undefined) rmSync(file, { force: true });
  return call;
}

/** The kept calls of a session by their ids. They stay kept. */
export function keptCalls(root: string, session: string): readonly (readonly [string, PendingCall])[] {
  return callIds(root, session).flatMap((id) => {
    const call = parseCall(textOf(callFile(root, session, id) ?? ""));
    return call === undefined ? [] : [[id, call] as const];
  });
}

/** The kept spawns of a session, the oldest first. They stay kept. */
export function spawnsWaiting(root: string, session: string): readonly WaitingSpawn[] {
  const spawns = keptCalls(root, session).flatMap(([id, call]) => (call.does === "spawn" ? [{ id, ...call }] : []));
  return spawns.toSorted(({ event: one }, { event: other }) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** A kept spawn with its call's id. */
export interface WaitingSpawn {
  readonly id: string;
  readonly event: Spawn;
  readonly turn: string | null;
}

/** Forgets every kept call of a session. */
export function dropCalls(root: string, session: string): void {
  const directory = directoryOf(root, session);
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
}

function directoryOf(root: string, session: string): string | undefined {
  return markerFile(root, session)?.replace(/\.json$/, ".calls");
}

function callFile(root: string, session: string, id: string): string | undefined {
  const directory = directoryOf(root, session);
  return directory === undefined || !/^[\w-]{1,120}$/.test(id) ? undefined : join(directory, `${id}.json`);
}

function callIds(root: string, session: string): string[] {
  const directory = directoryOf(root, session);
  if (directory === undefined || lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(directory).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
}

function parseCall(text: string): PendingCall | undefined {
  try {
    const call = JSON.parse(text) as PendingCall | null;
    return call !== null && ["commit", "patch", "spawn"].includes(call.does) ? call : undefined;
  } catch {
    return undefined;
  }
}
