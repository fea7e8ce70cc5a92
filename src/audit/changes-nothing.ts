import type { TraceEvent } from "../trace/trace-event.ts";
import { missedPaths } from "./missed-paths.ts";
import { commandOf } from "./shell/command-of.ts";

/** Whether an event is one that no case remembers and no rule is about: a look around, a call of a tool. Most events are. */
export function changesNothing(event: TraceEvent): boolean {
  switch (event.kind) {
    case "command": {
      if (event.refused !== null) return false;
      const { commits, stages, unstages, writes } = commandOf(event);
      if (commits !== null || stages.length > 0 || unstages.length > 0 || writes.length > 0) return false;
      return event.agent === null || missedPaths(event.output).length === 0;
    }
    case "tool_called":
    case "compacted":
    case "turn_started":
      return true;
    default:
      return false;
  }
}
