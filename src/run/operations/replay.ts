import { parseInstant } from "../instant.ts";
import type { RunContext } from "./context.ts";
import type { ReplayInput } from "./input/read-inputs.ts";
import { loadRun } from "./load-run.ts";
import type { ReplayOutput } from "./output/outputs.ts";
import { viewEvent } from "./view.ts";

/**
 * A run's newest events first, each with who did it.
 * @throws Failure run/unknown-run
 */
export async function replayRun(context: RunContext, input: ReplayInput): Promise<ReplayOutput> {
  const { run_id: written, limit = 20, since } = input;
  const { id, status, revision } = (await loadRun(context.store, written)).run;
  const events = await context.store.events(id, {
    limit,
    ...(typeof since === "number" ? { afterSeq: since } : {}),
    ...(typeof since === "string" ? { since: parseInstant(since) } : {}),
  });
  return { run_id: id, status, revision, events: events.map(viewEvent) };
}
