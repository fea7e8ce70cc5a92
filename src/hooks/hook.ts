import type { ProjectRules } from "../pack/project-rules.ts";
import type { Runs } from "../run/open-runs.ts";
import type { EventBase } from "../trace/agent-event.ts";
import type { HookPayload } from "./read-payload.ts";
import { RunKeeper } from "./run/run-keeper.ts";
import type { SessionMarker } from "./session/session-marker.ts";

/** One event of Codex's with the world around it: what is costly is fetched when it is asked for. */
export interface Hook {
  readonly payload: HookPayload;
  /** The main checkout's root, where runs and sessions are kept. */
  readonly root: string;
  /** The checkout the session works in. */
  readonly checkout: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  /** What governs the session; undefined where nothing does yet. */
  readonly marker: SessionMarker | undefined;
  /** @throws Failure contract/… when the project's contract is broken */
  readonly rules: () => Promise<ProjectRules>;
  /** @throws Failure run/… when runs cannot be kept here */
  readonly runs: () => Runs;
  /** Records something that went wrong without getting in the way. */
  readonly trouble: (error: unknown) => void;
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
  return new RunKeeper(hook.runs().context, contract, marker.run);
}
