import { join } from "node:path";
import { readTimeline } from "../../../src/trace/read-timeline.ts";
import type { Timeline } from "../../../src/trace/timeline.ts";
import type { TraceEvent } from "../../../src/trace/trace-event.ts";
import { temporaryFiles } from "../../helpers/temporary-files.ts";
import { type Line, sessionText } from "./session-lines.ts";

/** The timeline of session files in one directory; the first is the root's. */
export function timelineOf(files: Readonly<Record<string, readonly Line[] | string>>): Promise<Timeline> {
  const texts = Object.entries(files).map(([name, lines]) => [
    `${name}.jsonl`,
    typeof lines === "string" ? lines : sessionText(lines),
  ]);
  const directory = temporaryFiles(Object.fromEntries(texts));
  return readTimeline(join(directory, `${Object.keys(files)[0]}.jsonl`));
}

type Told = Omit<TraceEvent, "at" | "where" | "agent" | "thread">;

/** Of each event its kind and what it says; when and where are left out, and the session's beginning. */
export function told({ events }: Pick<Timeline, "events">): Told[] {
  return events
    .filter(({ kind }) => kind !== "session_started")
    .map(({ at: _at, where: _where, agent: _agent, thread: _thread, ...rest }) => rest);
}

/** Of each event only its thread and kind: `root spawn`. */
export function order({ events }: Pick<Timeline, "events">): string[] {
  return events.filter(({ kind }) => kind !== "session_started").map(({ thread, kind }) => `${thread} ${kind}`);
}
