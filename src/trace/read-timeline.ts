import { resolve } from "node:path";
import { Failure } from "../core/failure.ts";
import { addReports } from "./add-reports.ts";
import { findSubagents, type SessionFile } from "./find-subagents.ts";
import { mergeThreads } from "./merge-threads.ts";
import { sessionMetaOf, unreadable } from "./read-session-meta.ts";
import { readThread } from "./read-thread.ts";
import { resolveTargets } from "./resolve-targets.ts";
import { neighbouringFiles } from "./session-files.ts";
import type { ThreadLog } from "./thread-log.ts";
import type { Thread, Timeline } from "./timeline.ts";
import { readTokenUse } from "./token-use.ts";

/**
 * Reads a session's root file and those of its subagents, found beside it, into one sequence of events. What is wrong
 * within a file is a note of the timeline, never an error.
 * @throws Failure parse/unreadable, trace/not-a-session, trace/not-the-root
 */
export async function readTimeline(rootFile: string): Promise<Timeline> {
  const file = resolve(rootFile);
  const root = { file, meta: rootMetaOf(file) };
  const rootLog = read(root);
  const logs = [rootLog];
  const waiting = findSubagents(root, rootLog.lastAt);
  while (waiting.length > 0) {
    // A parent comes before its own subagents; one whose parent's file is missing comes all the same.
    const ready = waiting.findIndex(({ meta }) => logs.some((log) => log.meta.thread === meta.parent));
    for (const subagent of waiting.splice(Math.max(0, ready), 1)) logs.push(read(subagent));
  }
  resolveTargets(logs);
  addReports(logs);
  return {
    session: root.meta.thread,
    cwd: root.meta.cwd,
    codex: root.meta.codex,
    model: rootLog.model,
    generation: rootLog.generation ?? logs.find((log) => log.generation !== null)?.generation ?? null,
    forkedFrom: root.meta.forkedFrom,
    threads: logs.map(threadOf),
    events: mergeThreads(logs),
    notes: logs.flatMap((log) => log.notes),
  };
}

function read({ file, meta }: SessionFile): ThreadLog {
  try {
    return readThread(file, meta);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw unreadable(file, error);
  }
}

function rootMetaOf(file: string): SessionFile["meta"] {
  const meta = sessionMetaOf(file);
  if (meta === undefined) {
    throw new Failure("trace/not-a-session", "its first line is no `session_meta`", {
      where: { file },
      hint: "name a file rollout-….jsonl below $CODEX_HOME/sessions",
    });
  }
  if (meta.parent === null) return meta;
  const beside = neighbouringFiles(file, meta.startedAt);
  const root = beside.find((other) => other.endsWith(`${meta.session}.jsonl`));
  throw new Failure("trace/not-the-root", `this is the file of a subagent of session "${meta.session}"`, {
    where: { file },
    hint: root === undefined ? `name the file of session ${meta.session}` : `name ${root}`,
  });
}

function threadOf(log: ThreadLog): Thread {
  const { thread, parent, agent, path, nickname, startedAt } = log.meta;
  return {
    id: thread,
    parent,
    agent,
    name: path?.split("/").at(-1) ?? nickname,
    file: log.file,
    startedAt,
    endedAt: log.lastAt,
    tokens: readTokenUse(log.tokens),
  };
}
