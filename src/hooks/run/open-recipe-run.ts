import { labelOf } from "../../audit/follow/departure.ts";
import type { Contract } from "../../contract/contract.ts";
import type { OpenRun } from "../../run/command.ts";
import { decideObserved } from "../../run/decide/observe.ts";
import { openRun } from "../../run/decide/open-run.ts";
import { evolve } from "../../run/evolve.ts";
import { refusalFailure } from "../../run/operations/commit.ts";
import type { RunContext } from "../../run/operations/context.ts";
import type { Decision } from "../../run/refusal.ts";
import { runIdOf } from "../../run/run-id.ts";
import type { RunState } from "../../run/run-state.ts";
import type { StepPlan } from "../../run/step.ts";
import { orchestrator, type SourcedFlow } from "../../workflow/graph.ts";
import { isStep } from "./active-nodes.ts";
import { snapshotOf } from "./flow-snapshot.ts";
import { foldRun } from "./fold-run.ts";
import { type Happening, observeCommand } from "./observe-command.ts";

/** What a recipe's run is opened with. */
export interface RecipeRun {
  readonly flow: SourcedFlow;
  readonly contract: Contract;
  readonly goal: string;
  readonly session: string;
  /** Files that differ from the last commit already: they are nobody's work in this run. */
  readonly uncommitted: readonly string[];
  /** What opened it. */
  readonly happened: readonly Happening[];
}

/**
 * Opens a run of a recipe, with what opened it, in one operation; its id.
 * @throws Failure run/…
 */
export async function openRecipeRun(context: RunContext, recipe: RecipeRun): Promise<string> {
  for (;;) {
    const runId = runIdOf("workflow", context.randomBytes(16));
    const outcome = await context.store.open({
      decide: () => opening(context, recipe, runId),
      answer: ({ run }) => ({ run: run.id }),
    });
    if (outcome.kind === "done") return runId;
    if (outcome.kind === "refused") throw refusalFailure(outcome.refusal);
    if (outcome.kind !== "taken") throw new Error(`a run of a recipe cannot be opened: ${outcome.kind}`);
  }
}

function opening(context: RunContext, recipe: RecipeRun, runId: string): Decision {
  const now = context.now();
  const opened = openRun(commandOf(recipe, runId), now);
  if ("refusal" in opened) return opened;
  const run = opened.events.reduce<RunState | undefined>(evolve, undefined);
  const folded = foldRun(opened.events, recipe.contract);
  if (run === undefined || folded === undefined) throw new Error("a run that was just opened is not there");
  const { command } = observeCommand(
    { ...folded, run, last: { seq: run.run.lastSeq, hash: "" }, read: 1 },
    { happened: recipe.happened },
    context.measure,
  );
  const observed = decideObserved(command, run, now);
  return "refusal" in observed ? observed : { events: [...opened.events, ...observed.events] };
}

function commandOf({ flow, goal, session, uncommitted }: RecipeRun, runId: string): OpenRun {
  const nodes = [...flow.nodes.values()].filter(isStep);
  return {
    type: "open",
    runId,
    plan: {
      goal,
      kind: flow.id,
      owner: session,
      priority: "normal",
      approvals: "enforced",
      session,
      nextAction: null,
      state: uncommitted.length === 0 ? {} : { uncommitted },
      steps: nodes.map(
        (node): StepPlan => ({
          key: node.id,
          title: labelOf(node),
          agent: node.agent === undefined || node.agent === orchestrator ? null : node.agent,
          inputs: null,
          maxAttempts: null,
          requiresApproval: node.type === "approval",
          notBefore: null,
          compensation: null,
          retry: null,
        }),
      ),
      definition: snapshotOf(flow),
    },
  };
}
