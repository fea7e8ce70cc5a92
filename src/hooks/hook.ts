import { loadProjectRules, type ProjectRules } from "../pack/project-rules.ts";
import { openRuns, type Runs } from "../run/open-runs.ts";
import type { EventBase } from "../trace/agent-event.ts";
import type { HookCall } from "./hook-call.ts";
import { RunKeeper } from "./run/run-keeper.ts";
import { shelvedCase } from "./session/case-shelf.ts";

/** An event that somebody has to decide on, with what that takes, fetched when it is asked for. */
export interface Hook extends HookCall {
  /** @throws Failure contract/… when the project's contract is broken */
  readonly rules: () => Promise<ProjectRules>;
  /** @throws Failure run/… when runs cannot be kept here */
  readonly runs: () => Runs;
  /** Does something when all is closed. */
  readonly afterwards: (work: () => void) => void;
}

/** Does work on an event, and closes what it opened. */
export async function withHook<Result>(call: HookCall, work: (hook: Hook) => Promise<Result>): Promise<Result> {
  const { cwd } = call.payload;
  let rules: Promise<ProjectRules> | undefined;
  let runs: Runs | undefined;
  const later: (() => void)[] = [];
  const hook: Hook = {
    ...call,
    rules: () => {
      rules ??= loadProjectRules(cwd, call.env);
      return rules;
    },
    runs: () => {
      runs ??= openRuns(cwd, true);
      return runs;
    },
    afterwards: (work) => later.push(work),
  };
  try {
    return await work(hook);
  } finally {
    await runs?.context.store.close();
    for (const one of later) quietly(one, call);
  }
}

/** What is only kept to save time later must not cost what was decided. */
function quietly(work: () => void, { trouble }: HookCall): void {
  try {
    work();
  } catch (error) {
    trouble(error);
  }
}

/** What an event of the root's has. */
export function rootBase({ payload, at }: Pick<Hook, "payload" | "at">): EventBase {
  const { session, transcript } = payload;
  return { at, where: { file: transcript ?? "", line: 0 }, thread: session, agent: null };
}

/** The keeper of the session's run; undefined where there is none. */
export async function keeperOf(hook: Hook): Promise<RunKeeper | undefined> {
  const { marker } = hook;
  if (marker === undefined || marker.run === null) return undefined;
  const { contract } = await hook.rules();
  return new RunKeeper(hook.runs().context, contract, marker.run, shelvedCase(hook.root, marker.run));
}
