import { capText, limits } from "../cap-text.ts";
import type { OpenRun } from "../command.ts";
import type { RunEvent, RunOpened } from "../event.ts";
import { evolve } from "../evolve.ts";
import type { Instant } from "../instant.ts";
import type { Decision, Refusal } from "../refusal.ts";
import type { StepPlan } from "../step.ts";
import { Drafting } from "./drafting.ts";
import { reportStep } from "./report-step.ts";
import { sizeRefusal } from "./size-refusal.ts";

/** Decides what opening a run comes to: its first event, and the reports of steps that come with a status. */
export function openRun(command: OpenRun, now: Instant): Decision {
  const { runId, plan, stepStatuses } = command;
  const refused = planRefusal(plan);
  if (refused !== undefined) return { refusal: refused };
  const actor = command.actor ?? plan.owner ?? "unstated";
  const opened: RunEvent = {
    runId,
    seq: 1,
    revision: 1,
    at: now,
    actor,
    kind: "run_opened",
    payload: capped(plan),
  };
  const draft = new Drafting(evolve(undefined, opened), now, 1);
  for (const { key } of plan.steps) {
    const status = stepStatuses?.get(key);
    if (status === undefined || status === "pending") continue;
    const refusal = reportStep(draft, { key, status }, { type: "update" }, actor);
    if (refusal !== undefined) return { refusal };
  }
  return { events: [opened, ...draft.events] };
}

function planRefusal({ goal, steps, state }: RunOpened): Refusal | undefined {
  if (goal.trim() === "") return { code: "run/bad-input", message: '"goal" is empty', hint: "say what the run is for" };
  if (steps.length > limits.steps)
    return { code: "run/too-large", message: `${steps.length} steps, more than the ${limits.steps} allowed` };
  const twice = steps.find(({ key }, at) => steps.findIndex((other) => other.key === key) !== at);
  if (twice !== undefined)
    return {
      code: "run/duplicate-step",
      message: `two steps have the key "${twice.key}"`,
      hint: "give each step a key of its own",
    };
  return sizeRefusal(JSON.stringify(state).length);
}

function capped(plan: RunOpened): RunOpened {
  const { goal, nextAction, steps } = plan;
  return {
    ...plan,
    goal: capText(goal, limits.goal),
    nextAction: nextAction && capText(nextAction, limits.nextAction),
    steps: steps.map(cappedStep),
  };
}

function cappedStep(step: StepPlan): StepPlan {
  return {
    ...step,
    title: capText(step.title, limits.title),
    compensation: step.compensation && capText(step.compensation, limits.compensation),
  };
}
