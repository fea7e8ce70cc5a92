import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case, ChangeCase } from "./case.ts";
import { changedPaths } from "./changed-paths.ts";

/** The change with the files added that an event shows to have changed. */
export function seenChange(before: Case, event: TraceEvent): ChangeCase {
  const { change } = before;
  const paths = changedPaths(before, event);
  if (paths.length === 0) return change;
  return {
    ...change,
    seen: together(change.seen, paths),
    byAgents: event.agent === null ? change.byAgents : together(change.byAgents, paths),
    since: change.approved ? together(change.since, paths) : change.since,
  };
}

/** Both lists as one, without doubles and of a size that a session can come to; the first itself where the second adds nothing. */
export function together(before: readonly string[], more: readonly string[]): readonly string[] {
  if (before.length >= mostPaths) return before;
  const all = new Set([...before, ...more]);
  return all.size === before.length ? before : [...all].slice(0, mostPaths);
}

const mostPaths = 10_000;
