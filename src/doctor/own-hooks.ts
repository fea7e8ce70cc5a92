import type { LoadedHook } from "../codex/hooks-answer.ts";
import { type HookEvent, type HookGroups, hookEvents } from "../install/config/hook-group.ts";
import { protocolEvent } from "./event-name.ts";
import { isOwnCommand } from "./own-command.ts";

/** A hook of Codex's that is Baton's, with the event as hooks.json spells it. */
export interface OwnHook {
  readonly event: HookEvent;
  readonly hook: LoadedHook;
}

/** What Codex has of one hooks.json: Baton's own, others, and the events at which Baton's is lacking. */
export interface SortedHooks {
  readonly own: readonly OwnHook[];
  readonly others: readonly LoadedHook[];
  readonly missing: readonly HookEvent[];
}

/** Tells Baton's own hooks in a hooks.json from all others; at each event the first is the one that counts. */
export function sortHooks(loaded: readonly LoadedHook[], wanted: HookGroups, hooksFile: string): SortedHooks {
  const here = loaded.filter(({ sourcePath }) => sourcePath === hooksFile);
  const events = hookEvents.filter((event) => wanted[event] !== undefined);
  const wired = (event: HookEvent) => (wanted[event] ?? []).flatMap(({ hooks }) => hooks);
  const own = events.flatMap((event): OwnHook[] => {
    const hook = here.find((one) => one.event === protocolEvent(event) && isOwnCommand(one.command, wired(event)));
    return hook === undefined ? [] : [{ event, hook }];
  });
  return {
    own,
    others: here.filter((one) => !own.some(({ hook }) => hook === one)),
    missing: events.filter((event) => !own.some((one) => one.event === event)),
  };
}
