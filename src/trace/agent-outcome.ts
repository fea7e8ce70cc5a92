import type { AgentCall } from "./agent-call.ts";
import { cutText, textLimits } from "./cut-text.ts";
import { fieldsOf, type JsonFields, parseFields, textOrNull } from "./json-fields.ts";

/** What a subagent's last turn came to, as its parent was told. */
export interface FinalStatus {
  /** The subagent's thread. */
  readonly thread: string;
  readonly text: string;
  readonly failed: string | null;
}

/** How a call of a subagent tool went. */
export interface AgentOutcome {
  /** Why nothing came of it; null when it did what it should. */
  readonly refused: string | null;
  /** The thread a spawn made, as an id (first generation) or as a path (second). */
  readonly child: string | null;
  readonly timedOut: boolean;
  /** What the subagent was doing when it was closed. */
  readonly was: "running" | "finished" | "unknown";
  /** Subagents whose final state a wait brought. */
  readonly finals: readonly FinalStatus[];
}

const nothing = { refused: null, child: null, timedOut: false, was: "unknown", finals: [] } as const;

/** Reads what a subagent tool of either generation answered. A tool that did its work answers a JSON object, or nothing. */
export function readAgentOutcome(call: AgentCall, output: string): AgentOutcome {
  const answer = parseFields(output);
  const silent = output === "" && call.does === "address";
  if (answer === undefined) {
    const why = output === "" ? "it answered nothing" : cutText(output, textLimits.reason);
    return silent ? nothing : { ...nothing, refused: why };
  }
  return {
    ...nothing,
    child: textOrNull(answer["agent_id"]) ?? textOrNull(answer["task_name"]),
    timedOut: answer["timed_out"] === true,
    was: stateOf(answer["previous_status"]),
    finals: call.does === "wait" ? finalStatuses(fieldsOf(answer["status"])) : [],
  };
}

/** Reads the states of subagents by thread; those still at work have none. */
export function finalStatuses(states: JsonFields): FinalStatus[] {
  return Object.entries(states).flatMap(([thread, state]): FinalStatus[] => {
    const { completed, errored } = fieldsOf(state);
    if (typeof completed === "string") return [{ thread, text: cutText(completed, textLimits.words), failed: null }];
    if (typeof errored === "string") return [{ thread, text: "", failed: cutText(errored, textLimits.reason) }];
    const isGone = state === "interrupted" || state === "not_found";
    return isGone ? [{ thread, text: "", failed: state.replace("_", " ") }] : [];
  });
}

function stateOf(state: unknown): AgentOutcome["was"] {
  if (state === "running" || state === "pending_init") return "running";
  const { completed, errored } = fieldsOf(state);
  const ended = completed !== undefined || errored !== undefined || state === "interrupted" || state === "shutdown";
  return ended ? "finished" : "unknown";
}
