import { emptyCase } from "../../audit/case.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import { deny, type HookOutput } from "../hook-output.ts";
import type { SessionMarker } from "../session/session-marker.ts";
import { choiceWords, openRunsOf } from "./choose-run.ts";
import { faultWords, heldFaults } from "./held-faults.ts";

/**
 * Judges a tool call of a session that has no run: nothing starts while a person has to choose one, and what is about the
 * call alone is held where runs cannot be kept.
 */
export async function judgeWithoutRun(
  hook: Hook,
  marker: SessionMarker,
  event: TraceEvent,
): Promise<HookOutput | undefined> {
  if (marker.waits === "choice" && startsWork(event)) {
    const open = (await openRunsOf(hook, marker.recipe)).filter(({ run }) => marker.choice.includes(run.id));
    return deny(choiceWords(marker.recipe, open, hook.at));
  }
  const { contract, flowOf } = await hook.rules();
  const flow = await flowOf(marker.recipe);
  if (flow === undefined) return undefined;
  const state = { ...emptyCase, recipe: marker.recipe };
  const { stops } = await heldFaults({ course: { flow, contract }, state }, event, hook);
  const found = stops.find(({ rule }) => aboutTheCall.has(rule.code));
  return found === undefined ? undefined : deny(faultWords(found));
}

/** Whether a call gives an agent work. */
export function startsWork(event: TraceEvent): boolean {
  return event.kind === "spawn" || (event.kind === "agent_addressed" && event.as === "task");
}

/** Rules about a call and who makes it, whatever happened before. */
const aboutTheCall: ReadonlySet<string> = new Set([
  "team/nested-spawn",
  "team/inherited-conversation",
  "team/write-forbidden",
]);
