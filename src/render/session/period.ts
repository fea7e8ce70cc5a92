import type { Timeline } from "../../trace/timeline.ts";

/** When a session began and when the last thing in it happened, in milliseconds since the epoch; its times are counted from the begin. */
export function periodOf({ threads, events }: Timeline): { readonly from: number; readonly to: number } {
  const moments = (list: readonly (string | undefined)[]): number[] =>
    list.map((at) => Date.parse(at ?? "")).filter((at) => !Number.isNaN(at));
  const first = moments([threads[0]?.startedAt, events[0]?.at]);
  const from = first.length === 0 ? 0 : Math.min(...first);
  const last = moments([events.at(-1)?.at, ...threads.map((thread) => thread.endedAt)]);
  return { from, to: last.reduce((latest, at) => Math.max(latest, at), from) };
}
