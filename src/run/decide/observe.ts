import { capText, limits } from "../cap-text.ts";
import type { ObserveRun } from "../command.ts";
import { automatic, type RunChanged } from "../event.ts";
import type { Instant } from "../instant.ts";
import { mergePatch } from "../merge-patch.ts";
import type { Decision, Refusal } from "../refusal.ts";
import { hasEnded } from "../run.ts";
import type { RunState } from "../run-state.ts";
import { drafted } from "./drafted.ts";
import type { Drafting } from "./drafting.ts";
import { moveSeenStep } from "./move-seen-step.ts";
import { endedRefusal } from "./run-guard.ts";
import { settleRun } from "./settle.ts";
import { sizeRefusal } from "./size-refusal.ts";
import { unknownStep } from "./unknown-step.ts";

/** Decides on what a session was seen to do. */
export function decideObserved(command: ObserveRun, state: RunState, now: Instant): Decision {
  return drafted(state, now, command.ifRevision, (draft) => observe(draft, command));
}

/** Drafts what a session was seen to do, and in the same operation what that means to the run's owner, steps and status. */
export function observe(draft: Drafting, command: ObserveRun): Refusal | undefined {
  const { steps, run } = draft.state;
  const stranger = command.steps.find(({ key }) => steps.every((step) => step.key !== key));
  const size = command.state === undefined ? 0 : JSON.stringify(mergePatch(run.state, command.state)).length;
  const refused = endedRefusal(draft.state) ?? sizeRefusal(size);
  if (refused !== undefined) return refused;
  if (stranger !== undefined) return unknownStep(stranger.key, steps);
  for (const payload of command.observed) draft.add(command.actor, { kind: "observed", payload });
  changeOwner(draft, command);
  for (const seen of command.steps) moveSeenStep(draft, seen);
  settle(draft, command);
  changeRun(draft, command);
  drop(draft, command);
  return undefined;
}

function changeOwner(draft: Drafting, { actor, newOwner, note }: ObserveRun): void {
  const { owner: from } = draft.state.run;
  if (newOwner === undefined || newOwner === from) return;
  const words = note === undefined ? null : capText(note, limits.note);
  draft.add(actor, { kind: "owner_changed", payload: { from, to: newOwner, note: words, forced: false } });
}

/** A run that a person paused stays so, whatever a session goes on to do. */
function settle(draft: Drafting, { steps }: ObserveRun): void {
  const last = steps.at(-1);
  const { status } = draft.state.run;
  if (last === undefined || status === "paused" || status === "failed") return;
  const from = status === "blocked" ? "blocked" : "in_progress";
  const to = steps.find((step) => step.to === "completed" || step.to === "skipped")?.to ?? last.to;
  settleRun(draft, { from, to });
}

/** A person who drops the work stops its run, from whatever status. */
function drop(draft: Drafting, { actor, dropped }: ObserveRun): void {
  const { status: from } = draft.state.run;
  if (dropped === undefined || hasEnded(from)) return;
  const payload: RunChanged = { from, to: "stopped", summary: capText(dropped, limits.summary) };
  draft.add(actor, { kind: "run_changed", payload });
}

function changeRun(draft: Drafting, { nextAction, state }: ObserveRun): void {
  const { run } = draft.state;
  const next = nextAction && capText(nextAction, limits.nextAction);
  const payload: RunChanged = {
    ...(next === undefined || next === run.nextAction ? {} : { nextAction: next }),
    ...(state === undefined ? {} : { state }),
  };
  if (Object.keys(payload).length > 0) draft.add(automatic, { kind: "run_changed", payload });
}
