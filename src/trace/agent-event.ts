import type { AgentCall } from "./agent-call.ts";
import type { AgentOutcome } from "./agent-outcome.ts";
import type { AgentAddressed, Close, Spawn, TracePlace, Wait } from "./trace-event.ts";

/** What every event has. */
export interface EventBase {
  readonly at: string;
  readonly where: TracePlace;
  readonly thread: string;
  readonly agent: string | null;
}

/** A call of a subagent tool as an event; without an outcome it is under way. */
export function agentEvent(
  base: EventBase,
  id: string,
  call: AgentCall,
  outcome?: AgentOutcome,
): Spawn | AgentAddressed | Wait | Close {
  const refused = outcome?.refused ?? null;
  switch (call.does) {
    case "spawn": {
      const { type, name, prompt, inherits } = call;
      const child = outcome?.child ?? null;
      return { kind: "spawn", ...base, call: id, type, name, prompt, inherits, child, refused };
    }
    case "address": {
      const { as, target, prompt, interrupts } = call;
      return { kind: "agent_addressed", ...base, as, target, prompt, interrupts, refused };
    }
    case "wait": {
      const { targets, timeoutMs } = call;
      return { kind: "wait", ...base, targets, timeoutMs, timedOut: outcome?.timedOut ?? false, refused };
    }
    case "close":
      return { kind: "close", ...base, how: call.how, target: call.target, was: outcome?.was ?? "unknown", refused };
  }
}

/** What an event has of its own line. */
export function baseOf({ at, where, thread, agent }: EventBase): EventBase {
  return { at, where, thread, agent };
}
