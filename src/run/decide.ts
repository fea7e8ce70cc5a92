import type { OpenRun, RunCommand, UpdateRun } from "./command.ts";
import { changeRun } from "./decide/change-run.ts";
import { decideApproval } from "./decide/decide-approval.ts";
import { drafted } from "./decide/drafted.ts";
import type { Drafting } from "./decide/drafting.ts";
import { handOver } from "./decide/hand-over.ts";
import { observe } from "./decide/observe.ts";
import { openRun } from "./decide/open-run.ts";
import { reportStep } from "./decide/report-step.ts";
import { retryRun } from "./decide/retry-run.ts";
import { endedRefusal } from "./decide/run-guard.ts";
import type { Instant } from "./instant.ts";
import type { Decision, Refusal } from "./refusal.ts";
import type { Run } from "./run.ts";
import { type RunState, stepOf } from "./run-state.ts";

/**
 * Decides what a command comes to: the events to append, or why it is refused. Pure: the clock and every file's hash come
 * in as values, and a refused command changes nothing.
 * @param state undefined for the command that opens the run
 */
export function decide(command: OpenRun, state: undefined, now: Instant): Decision;
export function decide(command: RunCommand, state: RunState, now: Instant): Decision;
export function decide(command: OpenRun | RunCommand, state: RunState | undefined, now: Instant): Decision {
  if (command.type === "open") return openRun(command, now);
  if (state === undefined) throw new Error(`${command.type} needs a run that is open`);
  return drafted(state, now, command.ifRevision, (draft) => draftCommand(draft, command));
}

function draftCommand(draft: Drafting, command: RunCommand): Refusal | undefined {
  switch (command.type) {
    case "update":
      return update(draft, command);
    case "handoff":
      return handOver(draft, command);
    case "decide_approval":
      return decideApproval(draft, command);
    case "observe":
      return observe(draft, command);
    case "retry":
      return retryRun(draft, command, actorOf(draft.state.run, command.actor));
  }
}

/** A run that is started again is started before its steps are; any other status comes after what the step does. */
function update(draft: Drafting, command: UpdateRun): Refusal | undefined {
  const { state } = draft;
  const { step, runStatus } = command;
  const actor = actorOf(state.run, command.actor);
  // Closing words: whoever says that an ended run has ended may add to it.
  const closes = step === undefined && runStatus === state.run.status;
  const speaksOnly = step === undefined && (runStatus === undefined || closes);
  const refused = leaseRefusal(state, command) ?? (speaksOnly && !closes ? endedRefusal(state) : undefined);
  if (refused !== undefined) return refused;
  const restarts = runStatus === "running" && needsRestart(state);
  return (
    (restarts ? restart(draft, command, actor) : undefined) ??
    (step === undefined ? undefined : reportStep(draft, step, command, actor)) ??
    changeRun(draft, restarts ? { ...command, runStatus: undefined } : command, actor)
  );
}

/** Whether no step's report could make it run again: it is paused, has failed, or is blocked as a whole. */
function needsRestart({ run, steps }: RunState): boolean {
  if (run.status === "blocked") return steps.every((step) => step.status !== "blocked");
  return run.status === "paused" || run.status === "failed";
}

function restart(draft: Drafting, { step }: UpdateRun, actor: string): Refusal | undefined {
  const { run } = draft.state;
  if (run.status !== "failed") return changeRun(draft, { type: "update", runStatus: "running" }, actor);
  const failed = step !== undefined && stepOf(draft.state, step.key)?.status === "failed";
  return retryRun(
    draft,
    { type: "retry", ...(failed ? { step: step.key, maxAttempts: step.maxAttempts } : {}) },
    actor,
  );
}

function actorOf(run: Run, actor: string | undefined): string {
  return actor ?? run.owner ?? "unstated";
}

/** The lease is the owner's: nobody else moves the run, but an agent may report the step that is its own. */
function leaseRefusal(state: RunState, { actor, step, runStatus }: UpdateRun): Refusal | undefined {
  const { owner } = state.run;
  if (actor === undefined || owner === null || actor === owner) return undefined;
  if (step?.status === undefined && runStatus === undefined) return undefined;
  if (runStatus === undefined && step !== undefined && stepOf(state, step.key)?.agent === actor) return undefined;
  return {
    code: "run/not-owner",
    message: `the run belongs to "${owner}": "${actor}" may add notes, and not change a status`,
    hint: `let "${owner}" report it, or hand the run over: workflow_handoff`,
  };
}
