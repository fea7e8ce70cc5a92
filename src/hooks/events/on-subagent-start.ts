import type { HandedOver, Spawn } from "../../trace/trace-event.ts";
import { type HandoffText, handoffText } from "../handoff-text.ts";
import { type Hook, rootBase } from "../hook.ts";
import { context, type HookOutput } from "../hook-output.ts";
import { keepRun } from "../keep-run.ts";
import { materialDue } from "../material-due.ts";
import { foldEvent } from "../run/fold-run.ts";
import type { Followed } from "../run/observe-command.ts";
import type { Decided } from "../run/run-keeper.ts";
import { spawnsWaiting, takeCall } from "../session/pending-calls.ts";

/** A subagent starts: it is joined to the call that asked for it, and given what it must have and was not told. */
export async function onSubagentStart(hook: Hook): Promise<HookOutput | undefined> {
  const { agentId, agentType, session } = hook.payload;
  if (hook.marker === undefined || agentId === null) return undefined;
  const type = agentType ?? "default";
  const waiting = spawnsWaiting(hook.root, session).find(({ event }) => (event.type ?? "default") === type);
  const spawn: Spawn = { ...(waiting?.event ?? unasked(hook, type)), child: agentId };
  const kept = await keepRun(hook, (followed) => started(hook, followed, spawn, agentId));
  if (waiting !== undefined) takeCall(hook.root, session, waiting.id);
  return kept?.result === undefined ? undefined : context("SubagentStart", kept.result.text);
}

function started(hook: Hook, followed: Followed, spawn: Spawn, child: string): Decided<HandoffText | undefined> {
  const { run, state } = followed;
  if (run.run.endedAt !== null || run.run.owner !== hook.payload.session) return { result: undefined };
  const isKnown = state.agents.has(child);
  const known = isKnown ? followed : foldEvent(followed, spawn, undefined);
  const handoff = handoffText(materialDue(known.course, known.state, child));
  const event = { kind: "handed_over", ...rootBase(hook), thread: child, agent: spawn.type ?? "default" } as const;
  const given: HandedOver[] = handoff === undefined ? [] : [{ ...event, names: handoff.names }];
  const happened = [...(isKnown ? [] : [spawn]), ...given].map((one) => ({ event: one }));
  return { result: handoff, ...(happened.length > 0 && { happened }) };
}

/** A spawn whose call was not seen: all that is known of it is that it happened. */
function unasked(hook: Hook, type: string): Spawn {
  const asked = type === "default" ? null : type;
  const unknown = { call: "", name: null, prompt: null, inherits: false, child: null, refused: null };
  return { kind: "spawn", ...rootBase(hook), ...unknown, type: asked };
}
