import { resolve } from "node:path";
import { Failure } from "../core/failure.ts";
import type { SessionFile } from "./find-subagents.ts";
import { mergeThreads } from "./merge-threads.ts";
import { readSession } from "./read-session.ts";
import { sessionMetaOf } from "./read-session-meta.ts";
import { neighbouringFiles } from "./session-files.ts";
import type { ThreadLog } from "./thread-log.ts";
import type { NameOf, Thread, Timeline } from "./timeline.ts";
import { readTokenUse } from "./token-use.ts";

/**
 * Reads a session's root file and those of its subagents, found beside it, into one sequence of events. What is wrong
 * within a file is a note of the timeline, never an error.
 * @param nameOf how files are named in it; by their paths unless it is said
 * @throws Failure parse/unreadable, trace/not-a-session, trace/not-the-root
 */
export async function readTimeline(rootFile: string, nameOf: NameOf = (path) => path): Promise<Timeline> {
  const file = resolve(rootFile);
  const meta = rootMetaOf(file);
  const logs = readSession({ file, meta }, nameOf);
  const generations = logs.map((log) => log.generation);
  return {
    session: meta.thread,
    cwd: meta.cwd,
    codex: meta.codex,
    model: logs[0]?.model ?? null,
    generation: generations.find((generation) => generation !== null) ?? null,
    forkedFrom: meta.forkedFrom,
    // The root of a history that is shared with another session is this session's root.
    threads: logs.filter((log) => log === logs[0] || !log.isRoot).map(threadOf),
    events: mergeThreads(logs),
    notes: logs.flatMap((log) => log.notes),
  };
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
    file: log.name,
    startedAt,
    endedAt: log.lastAt,
    tokens: readTokenUse(log.tokens),
  };
}
