import type { SentOn, TurnEnded } from "../../trace/trace-event.ts";
import { type Hook, rootBase } from "../hook.ts";
import { type HookOutput, sendOn } from "../hook-output.ts";
import { keepRun } from "../keep-run.ts";
import { endSession } from "../session/end-session.ts";
import { dropCalls } from "../session/pending-calls.ts";
import { faultWords, heldFaults } from "./held-faults.ts";
import { keepForLater } from "./keep-for-later.ts";
import { withSpawns } from "./with-spawns.ts";

/** The root's turn ends: where something is owed it is sent on, once; then it may end, and that is recorded. */
export async function onStop(hook: Hook): Promise<HookOutput | undefined> {
  const { payload, root } = hook;
  if (hook.marker === undefined || hook.marker.run === null) return undefined;
  const event: TurnEnded = { kind: "turn_ended", ...rootBase(hook), message: payload.lastMessage, aborted: false };
  const kept = await keepRun<string | undefined>(hook, async (followed) => {
    const { run } = followed.run;
    if (run.endedAt !== null || run.owner !== payload.session) return { result: undefined };
    const wasSentOn = payload.sentOn || (followed.sentOn.get(payload.session) ?? 0) > 0;
    const { stops } = await heldFaults(withSpawns(hook, followed), event, hook);
    if (wasSentOn || stops.length === 0) return { result: undefined, happened: [{ event }] };
    const words = [...new Set(stops.map(faultWords))].join("\n");
    const sentOn: SentOn = { kind: "sent_on", ...rootBase(hook), reason: words };
    return { result: words, happened: [{ event: sentOn }] };
  });
  if (kept?.result !== undefined) return sendOn(kept.result);
  if (kept === undefined || kept.followed.run.run.endedAt !== null) endSession(root, payload.session, hook.marker);
  else {
    dropCalls(root, payload.session);
    keepForLater(hook, kept.followed);
  }
  return undefined;
}
