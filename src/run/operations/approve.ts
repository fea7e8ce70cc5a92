import { decide } from "../decide.ts";
import { type RunState, stepOf } from "../run-state.ts";
import { artifactPath } from "./artifact-path.ts";
import { commitChange } from "./commit.ts";
import type { RunContext } from "./context.ts";
import { loadRun } from "./load-run.ts";
import type { UpdateOutput } from "./output/outputs.ts";
import type { ApprovalView } from "./output/views.ts";
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
  const state = await loadRun(context.store, input.runId);
  const step = input.stepKey ?? onlyWaiting(state);
  const { answer } = await commitChange(context, {
    runId: state.run.id,
    decide: (run, now, measured) =>
      decide({ type: "decide_approval", decision, by, step, words, artifact, ifRevision, measured }, run, now),
    answer: (after, now) => {
      const decided = step === undefined ? undefined : stepOf(after, step);
      const approval = decided === undefined ? null : viewStep(decided).approval;
      return { ...viewChange(after, now), step: decided?.key ?? null, approval };
    },
  });
  return answer as ApprovalOutput;
}

/** The step that waits; undefined when none does, or several do, which is then refused. */
function onlyWaiting({ steps }: RunState): string | undefined {
  const waiting = steps.filter((step) => step.status === "waiting_approval");
  return waiting.length === 1 ? waiting[0]?.key : undefined;
}
