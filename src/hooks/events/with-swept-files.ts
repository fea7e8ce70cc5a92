import { commandOf } from "../../audit/shell/command-of.ts";
import type { CommandRun, TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import type { Followed } from "../run/observe-command.ts";
import { uncommittedFiles } from "../uncommitted-files.ts";

/**
 * A commit of everything, with what it would sweep in of the person's own: files that lay there uncommitted when the run
 * began, and still do. They are told in git's words for the files a commit makes, as its report would.
 */
export function withSweptFiles(hook: Hook, event: TraceEvent, { run }: Followed): TraceEvent {
  if (event.kind !== "command" || !sweeps(event)) return event;
  const { uncommitted } = run.run.state;
  const before = Array.isArray(uncommitted) ? uncommitted : [];
  if (before.length === 0) return event;
  const swept = uncommittedFiles(hook.checkout).filter((path) => before.includes(path));
  return { ...event, output: swept.map((path) => ` create mode 100644 ${path}\n`).join("") };
}

function sweeps(event: CommandRun): boolean {
  const { commits, stages } = commandOf(event);
  return commits === "all" || (commits !== null && stages === "all");
}
