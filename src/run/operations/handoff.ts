import { decide } from "../decide.ts";
import { commitChange } from "./commit.ts";
import type { RunContext } from "./context.ts";
import type { HandoffInput } from "./input/handoff-input.ts";
import type { HandoffOutput } from "./output/outputs.ts";
import { resolveRun } from "./resolve-run.ts";
import { viewChange } from "./view-change.ts";

/**
 * Moves a run's lease to a new owner.
 * @param force by somebody who is not the owner; the history says so
 * @throws Failure run/not-owner, run/ended, run/unknown-run
 */
export async function handOver(context: RunContext, input: HandoffInput, force = false): Promise<HandoffOutput> {
  const { actor, new_owner: newOwner, handoff_note: note, next_action: nextAction } = input;
  const { answer } = await commitChange(context, {
    runId: await resolveRun(context.store, input.run_id),
    decide: (state, now) => decide({ type: "handoff", actor, newOwner, note, nextAction, force }, state, now),
    answer: (state, now) => ({ ...viewChange(state, now), owner: state.run.owner }),
  });
  return answer as HandoffOutput;
}
