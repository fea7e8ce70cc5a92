import { addReports } from "./add-reports.ts";
import { findSubagents, type SessionFile } from "./find-subagents.ts";
import { sessionMetaOf, unreadable } from "./read-session-meta.ts";
import { readThread } from "./read-thread.ts";
import { resolveTargets } from "./resolve-targets.ts";
import { fileOfSession } from "./session-files.ts";
import { ThreadLog } from "./thread-log.ts";
import type { NameOf } from "./timeline.ts";

/**
 * Reads a session's threads, the root's first, parents before their subagents. A session that a person forked begins with
 * a history it shares with another: that comes last, told as its own.
 * @throws Failure parse/unreadable
 */
export function readSession(root: SessionFile, nameOf: NameOf): ThreadLog[] {
  const own = readThreads(root, { session: root.meta.thread, before: null, nameOf });
  const paths = new Map<string, string>();
  const shared = readShared(root, own, new Set([root.meta.thread]), nameOf);
  for (const logs of [...shared.toReversed(), own]) resolveTargets(logs, paths);
  const all = [...own, ...shared.flat()];
  addReports(all);
  return all;
}

/** The histories behind a fork, the nearest first. */
function readShared(
  { file, meta }: SessionFile,
  logs: readonly ThreadLog[],
  seen: Set<string>,
  nameOf: NameOf,
): ThreadLog[][] {
  const [rootLog] = logs;
  const { forkedFrom, forkedBefore } = meta;
  if (rootLog === undefined || forkedFrom === null || seen.has(forkedFrom)) return [];
  seen.add(forkedFrom);
  const base = fileOfSession(file, forkedFrom);
  const baseMeta = base === undefined ? undefined : sessionMetaOf(base);
  const isBase = baseMeta?.thread === forkedFrom && baseMeta.parent === null;
  if (base === undefined || baseMeta === undefined || !isBase || forkedBefore === null) {
    rootLog.note(1, `the session file of ${forkedFrom}, from which this session was forked, is missing`);
    return [];
  }
  rootLog.note(1, `this session was forked from ${forkedFrom}; what they share is told from there`);
  const root = { file: base, meta: baseMeta };
  const shared = readThreads(root, { session: rootLog.meta.thread, before: forkedBefore, nameOf });
  return [shared, ...readShared(root, shared, seen, nameOf)];
}

interface Reading {
  /** The session whose root's thread it is told as. */
  readonly session: string;
  /** The line, by its ordinal, at which another session was forked from this one; null for all of it. */
  readonly before: number | null;
  readonly nameOf: NameOf;
}

function readThreads(root: SessionFile, { session, before, nameOf }: Reading): ThreadLog[] {
  const rootLog = read({ file: root.file, meta: { ...root.meta, thread: session, session } }, before, nameOf);
  const logs = [rootLog];
  const waiting = findSubagents(root, rootLog.lastAt).map(({ file, meta }) => {
    const parent = meta.parent === root.meta.thread ? session : meta.parent;
    return { file, meta: { ...meta, parent, session } };
  });
  while (waiting.length > 0) {
    // A parent comes before its own subagents; one whose parent's file is missing comes all the same.
    const ready = waiting.findIndex(({ meta }) => logs.some((log) => log.meta.thread === meta.parent));
    for (const subagent of waiting.splice(Math.max(0, ready), 1)) logs.push(read(subagent, null, nameOf));
  }
  if (before === null) return logs;
  // What the other session's agents did after the fork is no part of this one.
  for (const log of logs) log.endAt(rootLog.lastAt);
  return logs.filter((log) => log === rootLog || log.events.length > 0);
}

function read({ file, meta }: SessionFile, before: number | null, nameOf: NameOf): ThreadLog {
  try {
    return readThread(new ThreadLog(file, meta, nameOf(file)), before);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw unreadable(file, error);
  }
}
