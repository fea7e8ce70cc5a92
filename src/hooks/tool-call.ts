import { commandOf } from "../audit/shell/command-of.ts";
import { observePayload } from "../trace/observe-payload.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import { guardBaton } from "./guard-baton.ts";
import type { HookCall } from "./hook-call.ts";

/** What an event is, as far as its payload tells. */
export type ToolCall =
  /** A call that no rule is about and that nothing is kept of. */
  | { readonly is: "nothing" }
  | { readonly is: "denied"; readonly reason: string }
  /** Before a call one event; after it all that it tells. */
  | { readonly is: "call"; readonly events: readonly TraceEvent[] };

/** Tells the calls that have to be decided on, or kept, from those that are most of what agents do. */
export function toolCall({ payload, at, marker }: Pick<HookCall, "payload" | "at" | "marker">): ToolCall {
  const observed = observePayload(payload.fields, at);
  const [event] = observed;
  if (marker === undefined || event === undefined) return { is: "nothing" };
  if (payload.event === "PostToolUse") return called(observed.filter(isKept));
  const reason = guardBaton(event);
  if (reason !== undefined) return { is: "denied", reason };
  return called(isRuled(event) ? [event] : []);
}

function called(events: readonly TraceEvent[]): ToolCall {
  return events.length === 0 ? { is: "nothing" } : { is: "call", events };
}

/** Reading commands are most of what agents do, and no rule is about them. */
function isRuled(event: TraceEvent): boolean {
  if (event.kind === "wait" || event.kind === "tool_called") return false;
  if (event.kind !== "command") return true;
  const { commits, stages, writes } = commandOf(event);
  return commits !== null || stages.length > 0 || writes.length > 0;
}

/**
 * Of commands only what they commit, stage or write is kept, of a wait only who has failed. A task given is kept before it
 * starts, not here.
 */
function isKept(event: TraceEvent): boolean {
  if (event.kind !== "command") return ["answer", "close", "files_changed", "spawn"].includes(event.kind);
  const { commits, stages, unstages, writes } = commandOf(event);
  return commits !== null || [stages, unstages, writes].some((one) => one.length > 0);
}
