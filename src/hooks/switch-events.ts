import type { HooksSwitched } from "../trace/trace-event.ts";
import { parseSwitchLines } from "./switch-lines.ts";

/** A session, as far as it decides which switches concern it. `endedAt` is null while it runs. */
export interface SwitchedSession {
  readonly session: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/**
 * What of a `.baton/hooks.jsonl` concerns a session, as events in order: every switch of its own, the project's while it
 * lasted, and the project's last one before it when that was off.
 * @param file the name to give in the events' places
 */
export function switchEvents(
  text: string,
  file: string,
  { session, startedAt, endedAt }: SwitchedSession,
): readonly HooksSwitched[] {
  const lines = parseSwitchLines(text).filter((one) => one.session === null || one.session === session);
  const before = lines.findLast(({ by, at }) => by === "project" && at < startedAt);
  const meant = lines.filter((one) => {
    if (one === before) return !one.on;
    return one.session === session || (one.at >= startedAt && (endedAt === null || one.at <= endedAt));
  });
  return meant.map(({ at, on, by, line }) => ({
    kind: "hooks_switched",
    at,
    on,
    by,
    where: { file, line },
    thread: session,
    agent: null,
  }));
}
