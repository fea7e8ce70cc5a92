import type { Timeline } from "../../trace/timeline.ts";

/**
 * When a session began and when the last thing in it happened, in milliseconds since the epoch; its times are counted from
 * the begin. A switch of the hooks may stand before it.
 */
export function periodOf({ threads, events }: Timeline): { readonly from: number; readonly to: number } {
  const moments = (list: readonly (string | undefined)[]): number[] =>
    list.map((at) => Date.parse(at ?? "")).filter((at) => !Number.isNaN(at));
  const [from = 0] = moments([threads[0]?.startedAt, events[0]?.at]);
  const last = moments([events.at(-1)?.at, ...threads.map((thread) => thread.endedAt)]);
  return { from, to: last.reduce((latest, at) => Math.max(latest, at), from) };
}
