import { decide } from "../decide.ts";
import { commitChange } from "./commit.ts";
import type { RunContext } from "./context.ts";
import type { UpdateOutput } from "./output/outputs.ts";
import { resolveRun } from "./resolve-run.ts";
import { viewChange } from "./view-change.ts";

/** What to try again; without a step, all that failed. */
export interface RetryInput {
  readonly runId: string;
  readonly actor?: string | undefined;
  readonly stepKey?: string | undefined;
  /** A new number of attempts, all counted; null is no limit. */
  readonly maxAttempts?: number | null | undefined;
}

/**
 * Lets what failed be tried again, now.
 * @throws Failure run/nothing-to-retry, run/attempts-exhausted, run/illegal-transition, run/unknown-run, run/unknown-step
 */
export async function retryRun(context: RunContext, input: RetryInput): Promise<Omit<UpdateOutput, "reused">> {
  const { actor, stepKey: step, maxAttempts } = input;
  const { answer } = await commitChange(context, {
    runId: await resolveRun(context.store, input.runId),
    decide: (state, now) => decide({ type: "retry", actor, step, maxAttempts }, state, now),
    answer: (state, now) => ({ ...viewChange(state, now) }),
  });
  return answer as Omit<UpdateOutput, "reused">;
}
