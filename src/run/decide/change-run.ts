import { closedList } from "../../core/suggest.ts";
import { capText, limits } from "../cap-text.ts";
import type { UpdateRun } from "../command.ts";
import type { RunChanged } from "../event.ts";
import { mergePatch } from "../merge-patch.ts";
import type { Refusal } from "../refusal.ts";
import type { RunStatus } from "../run.ts";
import type { RunState } from "../run-state.ts";
import { isDone, type StepStatus } from "../step.ts";
import { runTransitions } from "../transitions.ts";
import type { Drafting } from "./drafting.ts";
import { illegalRunStatus } from "./illegal.ts";
import { sizeRefusal } from "./size-refusal.ts";

/** Drafts what an update says about the run as a whole: its status, next action, state, and words when no step is named. */
export function changeRun(draft: Drafting, update: UpdateRun, actor: string): Refusal | undefined {
  const { run } = draft.state;
  const to = update.runStatus === run.status ? undefined : update.runStatus;
  const refused = to === undefined ? undefined : statusRefusal(draft.state, to);
  const sized = refused ?? stateRefusal(draft.state, update);
  if (sized !== undefined) return sized;
  const payload: RunChanged = { ...(to === undefined ? {} : { from: run.status, to }), ...notesOf(update) };
  if (Object.keys(payload).length === 0) return undefined;
  if (to === undefined && payload.nextAction === run.nextAction && Object.keys(payload).length === 1) return undefined;
  draft.add(actor, { kind: "run_changed", payload });
  return undefined;
}

function notesOf({ step, nextAction, state, summary, evidence }: UpdateRun): RunChanged {
  return {
    ...(nextAction === undefined ? {} : { nextAction: nextAction && capText(nextAction, limits.nextAction) }),
    ...(state === undefined ? {} : { state }),
    ...(step !== undefined || summary === undefined ? {} : { summary: capText(summary, limits.summary) }),
    ...(step !== undefined || evidence === undefined
      ? {}
      : { evidence: evidence && capText(evidence, limits.evidence) }),
  };
}

/** Whether an actor may set a run's status depends on its steps, too: no report takes a run past a shut gate. */
function statusRefusal({ run, steps }: RunState, to: RunStatus): Refusal | undefined {
  const from = run.status;
  if (!runTransitions[from].includes(to)) return illegalRunStatus(from, to);
  const keys = (status: StepStatus): string =>
    closedList(steps.filter((step) => step.status === status).map((step) => step.key));
  const some = (status: StepStatus): boolean => steps.some((step) => step.status === status);
  if (to === "completed" && !steps.every(isDone)) {
    const open = steps.filter((step) => !isDone(step)).map((step) => step.key);
    return illegalRunStatus(from, to, `complete or skip ${closedList(open)} first`);
  }
  if (to === "running" && some("waiting_approval"))
    return illegalRunStatus(from, to, `${keys("waiting_approval")} waits for approval`);
  if (to === "running" && some("blocked")) return illegalRunStatus(from, to, `unblock ${keys("blocked")} first`);
  if (to === "waiting_approval" && !some("waiting_approval"))
    return illegalRunStatus(from, to, 'name the step that waits: step_key, and step_status "waiting_approval"');
  if (to === "step_complete" && some("in_progress"))
    return illegalRunStatus(from, to, `${keys("in_progress")} is in progress`);
  return undefined;
}

function stateRefusal({ run }: RunState, { state }: UpdateRun): Refusal | undefined {
  if (state === undefined) return undefined;
  return sizeRefusal(JSON.stringify(mergePatch(run.state, state)).length);
}
