import { decideObserved } from "../../run/decide/observe.ts";
import { commitChange } from "../../run/operations/commit.ts";
import type { RunContext } from "../../run/operations/context.ts";
import type { RunState } from "../../run/run-state.ts";
import { type Followed, observeCommand, type Recording } from "./observe-command.ts";

/**
 * Records what happened in the run it was decided on, with all it means, in one operation.
 * @returns the run as that leaves it
 * @throws Failure run/stale-revision when somebody changed the run meanwhile, run/…
 */
export async function recordObserved(context: RunContext, followed: Followed, recording: Recording): Promise<Followed> {
  const { command, after } = observeCommand(followed, recording, context.measure);
  let { run } = followed;
  const answer = (state: RunState): object => {
    run = state;
    return {};
  };
  const { last = followed.last } = await commitChange(context, {
    runId: run.run.id,
    decide: (state, now) => decideObserved(command, state, now),
    answer,
  });
  return { ...followed, ...after, run, last };
}
