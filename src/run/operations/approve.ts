import type { ApprovalView } from "./output/views.ts";
import { stepOf } from "../run-state.ts";
import { artifactPath } from "./artifact-path.ts";
import { commitChange } from "./commit.ts";
import type { RunContext } from "./context.ts";
import type { UpdateOutput } from "./output/outputs.ts";
import { resolveRun } from "./resolve-run.ts";
import { viewStep } from "./view.ts";
import { viewChange } from "./view-change.ts";

/** A person's decision. It comes from a person's terminal or prompt only: no tool takes it. */
export interface ApprovalInput {
  readonly runId: string;
  readonly decision: "approved" | "rejected";
  readonly by: string;
  /** The one that waits, unless given. */
  readonly stepKey?: string | undefined;
  readonly words?: string | undefined;
  readonly artifact?: string | undefined;
  readonly ifRevision?: number | undefined;
}

export type ApprovalOutput = Omit<UpdateOutput, "reused"> & {
  readonly step: string | null;
  readonly approval: ApprovalView | null;
};

/**
 * Records a person's decision about a gate, and opens or blocks the step.
 * @throws Failure run/nothing-to-approve, run/artifact-missing, run/unknown-run, run/unknown-step
 */
export async function decideApproval(context: RunContext, input: ApprovalInput): Promise<ApprovalOutput> {
  const { decision, by, words, ifRevision } = input;
  const artifact = input.artifact === undefined ? undefined : artifactPath(input.artifact);
  const runId = await resolveRun(context.store, input.runId);
  let { stepKey: step } = input;
  const { answer } = await commitChange(context, {
    runId,
    command: (measured) => ({ type: "decide_approval", decision, by, step, words, artifact, ifRevision, measured }),
    answer: (state) => {
      const decided = step === undefined ? newestDecided(state.steps) : stepOf(state, step);
      const approval = decided === undefined ? null : viewStep(decided).approval;
      return { ...viewChange(state, context), step: decided?.key ?? null, approval };
    },
  });
  return answer as ApprovalOutput;
}
