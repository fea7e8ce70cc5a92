import { objectOf, textOf } from "../../test/e2e/json-value.ts";
import { causesOf, type LinePlace } from "./causes-of.ts";
import type { RolloutLine } from "./compact-line.ts";
import type { ThreadFile } from "./thread-file.ts";

const start = Date.parse("2026-01-05T10:00:00.000Z");

/**
 * Gives every line a time that is the same in each recording of a play: it comes after the line before it in its file,
 * and after what brought it about in another thread.
 */
export function settleTimes(threads: readonly ThreadFile[]): readonly ThreadFile[] {
  const causes = causesOf(threads);
  const known = new Map<RolloutLine, number>();
  const timeOf = ({ thread, index }: LinePlace): number => {
    const line = thread.lines[index];
    if (line === undefined) return start;
    const settled = known.get(line);
    if (settled !== undefined) return settled;
    const before = index === 0 ? start : timeOf({ thread, index: index - 1 }) + durationMs(thread, index);
    const time = Math.max(before, ...(causes.get(line) ?? []).map((cause) => timeOf(cause) + 20));
    known.set(line, time);
    return time;
  };
  return threads.map((thread) => ({
    ...thread,
    lines: thread.lines.map((line, index) => withTime(line, timeOf({ thread, index }))),
  }));
}

function withTime(line: RolloutLine, time: number): RolloutLine {
  const timestamp = new Date(time).toISOString();
  if (line.type !== "session_meta") return { ...line, timestamp };
  return { ...line, timestamp, payload: { ...line.payload, timestamp } };
}

/** How long it might have taken to get to this line: a model thinks, a person reads, a wait runs out. */
function durationMs(thread: ThreadFile, index: number): number {
  const line = thread.lines[index];
  if (line === undefined) return 0;
  const { type, payload } = line;
  const isRoot = thread.parent === "";
  if (payload.type === "task_started") return isRoot && index > 1 ? 60_000 : 100;
  if (objectOf(payload.item).type === "AgentMessage") return isRoot ? 4_000 : 20_000;
  if (type !== "response_item" || payload.role === "assistant") return 10;
  if (/^(?:function|custom_tool)_call$/.test(textOf(payload.type))) return 3_000;
  return JSON.stringify(payload).includes('timed_out\\":true') ? 20_000 : 50;
}
