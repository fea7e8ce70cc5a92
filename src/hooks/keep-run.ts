import { type Hook, keeperOf } from "./hook.ts";
import { lostAgents } from "./lost-agents.ts";
import { refusedSpawns } from "./refused-spawns.ts";
import { type FoldedRun, foldEvent } from "./run/fold-run.ts";
import type { Followed, Happening } from "./run/observe-command.ts";
import type { Decided, Kept } from "./run/run-keeper.ts";
import { shelveCase } from "./session/case-shelf.ts";
import { lookOtherwise } from "./session/file-looks.ts";
import { keptCalls, takeCall } from "./session/pending-calls.ts";

/**
 * Decides on the session's run as it is, and records what that brings. Some things Codex tells no hook: that a patch given
 * to the shell was applied, that it refused a spawn, that a subagent's turn failed. What shows of them is recorded before
 * anything else.
 * @returns undefined where the session has no run
 * @throws Failure run/…
 */
export async function keepRun<Result>(
  hook: Hook,
  decide: (followed: Followed) => Decided<Result> | Promise<Decided<Result>>,
): Promise<Kept<Result> | undefined> {
  const keeper = await keeperOf(hook);
  if (keeper === undefined) return undefined;
  const { root, payload } = hook;
  const patches = keptCalls(root, payload.session).flatMap(([id, call]) =>
    call.does === "patch" && lookOtherwise(call.looks, payload.cwd) ? [{ id, event: call.event }] : [],
  );
  const refused = refusedSpawns(hook).map((event) => ({ event }));
  let latest: Followed | undefined;
  const kept = await keeper.keep(async (followed) => {
    latest = followed;
    const { owner, endedAt } = followed.run.run;
    if (endedAt !== null || owner !== payload.session) return decide(followed);
    const lost = lostAgents(hook, followed.state).map((event) => ({ event }));
    const untold = [...patches, ...refused, ...lost];
    if (untold.length === 0) return decide(followed);
    const decided = await decide(after(followed, untold));
    return { ...decided, happened: [...untold, ...(decided.happened ?? [])] };
  });
  for (const { id } of patches) takeCall(root, payload.session, id);
  if (latest !== undefined && latest.read > mostRead)
    shelveCase(root, latest.run.run.id, { ...latest, ...latest.last });
  return kept;
}

/** In a long turn a case is put aside each time so many events had to be read. */
const mostRead = 40;

function after(followed: Followed, happened: readonly Happening[]): Followed {
  const folded = happened.reduce<FoldedRun>((before, { event }) => foldEvent(before, event, undefined), followed);
  return { ...followed, ...folded };
}
