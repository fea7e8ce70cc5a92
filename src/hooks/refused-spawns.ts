import { readAgentOutcome } from "../trace/agent-outcome.ts";
import { callOutputs } from "../trace/call-outputs.ts";
import { observePayload } from "../trace/observe-payload.ts";
import type { Spawn } from "../trace/trace-event.ts";
import type { HookCall } from "./hook-call.ts";
import { spawnsWaiting, takeCall, type WaitingSpawn } from "./session/pending-calls.ts";

/**
 * The spawns that Codex was let make and refused: no hook is told of that, but the root's session file is, before the
 * root's next call. Each is waited for no more, and given once.
 */
export function refusedSpawns(hook: HookCall): Spawn[] {
  const { payload, root } = hook;
  // What a subagent called for, its own session file tells.
  const waiting = spawnsWaiting(root, payload.session).filter(({ event }) => event.agent === null);
  if (payload.agentId !== null || waiting.length === 0) return [];
  const calls = waiting.map(({ id }) => id);
  const outputs = callOutputs(payload.transcript ?? "", calls);
  return waiting.flatMap((spawn) => {
    const output = outputs.get(spawn.id);
    const refused = output === undefined ? cutOff(hook, spawn) : readAgentOutcome(callOf(spawn), output).refused;
    const isNews = refused !== null && takeCall(root, payload.session, spawn.id) !== undefined;
    return isNews ? [{ ...spawn.event, refused }] : [];
  });
}

function callOf({ event: { type, name, prompt, inherits } }: WaitingSpawn) {
  return { does: "spawn", type, name, prompt, inherits } as const;
}

/**
 * Why a spawn that was not answered never will be: its turn is over. Codex spawns one at a time, so that in a session that
 * writes no file the next spawn of the type tells, too.
 */
function cutOff({ payload, at }: HookCall, { event: { type }, turn }: WaitingSpawn): string | null {
  const isLater = turn !== null && payload.turn !== null && turn !== payload.turn;
  if (isLater) return "its turn was cut off";
  if (payload.transcript !== null) return null;
  const [event] = observePayload(payload.fields, at);
  const isOver = event?.kind === "turn_ended" || (event?.kind === "spawn" && event.type === type);
  return isOver ? "it did not start" : null;
}
