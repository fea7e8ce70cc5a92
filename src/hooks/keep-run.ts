import { type Hook, keeperOf } from "./hook.ts";
import { type FoldedRun, foldEvent } from "./run/fold-run.ts";
import type { Followed } from "./run/observe-command.ts";
import type { Decided } from "./run/run-keeper.ts";
import { shelveCase } from "./session/case-shelf.ts";
import { lookOtherwise } from "./session/file-looks.ts";
import { keptCalls, takeCall } from "./session/pending-calls.ts";

/**
 * Decides on the session's run as it is, and records what that brings. Codex tells no hook that a patch given to the shell
 * was applied: whether it was shows in its files, and is recorded before anything else.
 * @returns undefined where the session has no run
 * @throws Failure run/…
 */
export async function keepRun<Result>(
  hook: Hook,
  decide: (followed: Followed) => Decided<Result>,
): Promise<Result | undefined> {
  const keeper = await keeperOf(hook);
  if (keeper === undefined) return undefined;
  const { root, payload } = hook;
  const patches = keptCalls(root, payload.session).flatMap(([id, call]) =>
    call.does === "patch" && lookOtherwise(call.looks, payload.cwd) ? [{ id, event: call.event }] : [],
  );
  let latest: Followed | undefined;
  const kept = await keeper.keep((followed) => {
    latest = followed;
    const { owner, endedAt } = followed.run.run;
    if (patches.length === 0 || endedAt !== null || owner !== payload.session) return decide(followed);
    let folded: FoldedRun = followed;
    for (const { event } of patches) folded = foldEvent(folded, event, undefined);
    const decided = decide({ ...followed, ...folded });
    return { ...decided, happened: [...patches, ...(decided.happened ?? [])] };
  });
  for (const { id } of patches) takeCall(root, payload.session, id);
  if (latest !== undefined && latest.read > mostRead)
    shelveCase(root, latest.run.run.id, { ...latest, ...latest.last });
  return kept;
}

/** In a long turn a case is put aside each time so many events had to be read. */
const mostRead = 40;
