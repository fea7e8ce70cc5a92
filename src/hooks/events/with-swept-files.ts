import type { Case } from "../../audit/case.ts";
import { takes } from "../../audit/committed-paths.ts";
import { commandOf } from "../../audit/shell/command-of.ts";
import type { CommandRun, TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import type { Followed } from "../run/observe-command.ts";
import { uncommittedFiles } from "../uncommitted-files.ts";

/**
 * A commit that names nothing, with what it would sweep in of the person's own: files that lay there uncommitted when the
 * run began, and still do. They are told in git's words for the files a commit makes, as its report would. Where it takes
 * only what git knows, what git does not know is told, too.
 */
export function withSweptFiles(hook: Hook, event: TraceEvent, { run, state }: Followed): TraceEvent {
  if (event.kind !== "command") return event;
  const how = sweeps(state, event);
  const { uncommitted } = run.run.state;
  const before = Array.isArray(uncommitted) ? uncommitted : [];
  if (how === undefined || (how === "all" && before.length === 0)) return event;
  const files = uncommittedFiles(hook.checkout);
  const swept = files.filter(({ path, isTracked }) => before.includes(path) && (isTracked || how === "all"));
  const output = swept.map(({ path }) => ` create mode 100644 ${path}\n`).join("");
  // Git that tells nothing has not said that it knows every file.
  if (how === "all" || files.length === 0) return { ...event, output };
  return { ...event, output, untracked: files.flatMap(({ path, isTracked }) => (isTracked ? [] : [path])) };
}

function sweeps(state: Case, event: CommandRun): "tracked" | "all" | undefined {
  const { commits, stages } = commandOf(event);
  const how = takes(state, event);
  const isHere = commits === "all" || commits === "tracked" || typeof stages === "string";
  return isHere && how !== "named" ? how : undefined;
}
