import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";

/** The switches that keep Baton's hooks off after an event. A session that is switched on is on whatever its project says. */
export function evolveSwitches({ switchedOff, events }: Case, event: TraceEvent): Case["switchedOff"] {
  if (event.kind !== "hooks_switched") return switchedOff;
  const { on, by } = event;
  const others = switchedOff.filter((one) => one.by !== by && !(on && by === "session" && one.by === "project"));
  return on ? others : [...others, { by, event: events }];
}
