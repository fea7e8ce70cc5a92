import type { JsonObject } from "../json-value.ts";
import { resumeRun } from "../resume.ts";
import type { Run } from "../run.ts";
import type { RunContext } from "./context.ts";
import type { GetInput } from "./input/read-inputs.ts";
import { loadRun } from "./load-run.ts";
import type { GetOutput } from "./output/outputs.ts";
import type { RunView } from "./output/views.ts";
import { viewEvent, viewStep, viewVerdict } from "./view.ts";

/**
 * Everything that is stored of a run; its events when they are asked for, the newest 50.
 * @throws Failure run/unknown-run
 */
export async function getRun(context: RunContext, input: GetInput): Promise<GetOutput> {
  const { store, now } = context;
  const { run_id: written, include_steps: withSteps = true, include_events: withEvents = false } = input;
  const state = await loadRun(store, written);
  const { run, steps } = state;
  const [opening] = await store.events(run.id, { untilSeq: 1, limit: 1 });
  const initial = opening?.kind === "run_opened" ? opening.payload.state : {};
  const events = withEvents ? await store.events(run.id, { limit: 50 }) : undefined;
  return {
    run: viewRun(run, initial),
    resume: viewVerdict(state, resumeRun(state, now())),
    ...(withSteps ? { steps: steps.map(viewStep) } : {}),
    ...(events === undefined ? {} : { events: events.map(viewEvent) }),
  };
}

function viewRun(run: Run, initialState: JsonObject): RunView {
  return {
    run_id: run.id,
    goal: run.goal,
    kind: run.kind,
    owner: run.owner,
    priority: run.priority,
    approvals: run.approvals,
    sid: run.session,
    status: run.status,
    since: run.since,
    revision: run.revision,
    next_action: run.nextAction,
    summary: run.summary,
    evidence: run.evidence,
    state: run.state,
    initial_state: initialState,
    definition: run.definition === null ? null : { ...run.definition },
    opened_at: run.openedAt,
    updated_at: run.updatedAt,
    ended_at: run.endedAt,
  };
}
