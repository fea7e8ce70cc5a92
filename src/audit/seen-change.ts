import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case, ChangeCase } from "./case.ts";
import { changedPaths } from "./changed-paths.ts";
import { fileIndex } from "./is-same-file.ts";
import { commandOf } from "./shell/command-of.ts";
import { projectPath } from "./shell/project-path.ts";

/** The change with the files added that an event shows to have changed. */
export function seenChange(before: Case, event: TraceEvent): ChangeCase {
  const { change } = before;
  const paths = changedPaths(before, event);
  if (paths.length === 0) return change;
  return {
    ...change,
    seen: together(change.seen, paths),
    byAgents: event.agent === null ? change.byAgents : together(change.byAgents, paths),
    made: together(change.made, madeBy(before, event)),
    since: change.approved ? together(change.since, paths) : change.since,
  };
}

/** The files that an event makes, where nothing was known of them: a patch adds them, or a program's output goes to them. */
function madeBy({ directory, change }: Case, event: TraceEvent): string[] {
  const places = event.kind === "command" ? commandOf(event).outputs : addedBy(event);
  const place = { cwd: event.kind === "command" ? event.cwd : null, root: directory };
  const find = fileIndex([...change.declared, ...change.seen]);
  return places.map((path) => projectPath(path, place)).filter((path) => find(path) === undefined);
}

function addedBy(event: TraceEvent): string[] {
  if (event.kind !== "files_changed") return [];
  return event.files.filter((file) => file.change === "added").map((file) => file.path);
}

/** Both lists as one, without doubles and of a size that a session can come to; the first itself where the second adds nothing. */
export function together(before: readonly string[], more: readonly string[]): readonly string[] {
  if (before.length >= mostPaths) return before;
  const all = new Set([...before, ...more]);
  return all.size === before.length ? before : [...all].slice(0, mostPaths);
}

const mostPaths = 10_000;
