import type { Hook } from "../hook.ts";
import { type FoldedRun, foldEvent } from "../run/fold-run.ts";
import type { Followed } from "../run/observe-command.ts";
import { spawnsWaiting } from "../session/pending-calls.ts";

/** The run with the subagents that were let be spawned and have not told of their start yet: they are at work already. */
export function withSpawns(hook: Hook, followed: Followed): Followed {
  let folded: FoldedRun = followed;
  for (const { event } of spawnsWaiting(hook.root, hook.payload.session)) folded = foldEvent(folded, event, undefined);
  return { ...followed, ...folded };
}
