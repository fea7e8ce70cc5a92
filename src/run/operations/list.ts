import { resumeRun } from "../resume.ts";
import { hasEnded } from "../run.ts";
import type { RunContext } from "./context.ts";
import type { ListInput } from "./input/read-inputs.ts";
import type { ListOutput } from "./output/outputs.ts";
import { viewSummary } from "./view.ts";

/** The newest runs, those that have ended only when they are asked for. One that failed can be retried and has not ended. */
export async function listRuns(context: RunContext, input: ListInput): Promise<ListOutput> {
  const { status, owner, kind, limit = 20, include_ended: includeEnded = false } = input;
  const asksForEnded = status !== undefined && hasEnded(status);
  const states = await context.store.list({
    statuses: status === undefined ? undefined : [status],
    owner,
    kind,
    limit,
    includeEnded: includeEnded || asksForEnded,
  });
  const now = context.now();
  return { runs: states.map((state) => viewSummary(state, resumeRun(state, now))) };
}
