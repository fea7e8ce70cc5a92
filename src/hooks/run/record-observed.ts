import { commitChange } from "../../run/operations/commit.ts";
import type { RunContext } from "../../run/operations/context.ts";
import { type Followed, observeCommand, type Recording } from "./observe-command.ts";

/**
 * Records what happened in the run it was decided on, with all it means, in one operation.
 * @throws Failure run/stale-revision when somebody changed the run meanwhile, run/…
 */
export async function recordObserved(context: RunContext, followed: Followed, recording: Recording): Promise<void> {
  const command = observeCommand(followed, recording, context.measure);
  await commitChange(context, { runId: followed.run.run.id, command: () => command, answer: () => ({}) });
}
