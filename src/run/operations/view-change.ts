import type { Instant } from "../instant.ts";
import { resumeRun } from "../resume.ts";
import type { RunState } from "../run-state.ts";
import type { UpdateOutput } from "./output/outputs.ts";
import { viewVerdict } from "./view.ts";

/** What every change of a run is answered with: where it stands, and what comes next. */
export function viewChange(state: RunState, now: Instant): Omit<UpdateOutput, "reused"> {
  const { id, status, revision } = state.run;
  return { run_id: id, status, revision, resume: viewVerdict(state, resumeRun(state, now)) };
}
