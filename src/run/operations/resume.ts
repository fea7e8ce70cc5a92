import type { Measured } from "../command.ts";
import { resumeRun as verdictOn } from "../resume.ts";
import type { RunState } from "../run-state.ts";
import { currentApproval } from "../step.ts";
import type { RunContext } from "./context.ts";
import type { ResumeInput } from "./input/read-inputs.ts";
import { loadRun } from "./load-run.ts";
import type { ResumeOutput } from "./output/outputs.ts";
import { viewVerdict } from "./view.ts";

/**
 * Says the one honest next action of a run. An approval whose file has changed since counts for nothing.
 * @throws Failure run/unknown-run
 */
export async function resumeRun(context: RunContext, { run_id: runId }: ResumeInput): Promise<ResumeOutput> {
  const state = await loadRun(context.store, runId);
  const { id, status, revision } = state.run;
  const verdict = verdictOn(state, context.now(), measuredArtifacts(context, state));
  return { run_id: id, status, revision, ...viewVerdict(state, verdict) };
}

function measuredArtifacts({ measure }: RunContext, { steps }: RunState): Measured {
  const paths = steps.flatMap((step) => currentApproval(step)?.artifact?.path ?? []);
  return Object.fromEntries(paths.map((path) => [path, measure(path)]));
}
