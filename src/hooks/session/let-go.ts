import type { HooksSwitched } from "../../trace/trace-event.ts";
import { type Hook, keeperOf, rootBase } from "../hook.ts";
import { hooksSwitchedOff } from "../hooks-switched-off.ts";
import { noteEnvironment } from "../note-environment.ts";
import { writeMarker } from "./session-marker.ts";

/**
 * Whether a person has switched Baton's hooks off, so that nothing is held. A governed session's run is told each time
 * that changes.
 */
export async function isLetGo(hook: Hook, env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const { root, payload, marker, at } = hook;
  const off = hooksSwitchedOff(root, payload.session, env);
  if (marker === undefined) return off !== undefined;
  noteEnvironment(root, payload.session, env, at);
  if (marker.off === (off !== undefined)) return marker.off;
  try {
    const by = off?.by ?? "project";
    const event: HooksSwitched = { kind: "hooks_switched", ...rootBase(hook), on: off === undefined, by };
    await (await keeperOf(hook))?.keep(() => ({ result: undefined, happened: [{ event }] }));
  } catch (error) {
    hook.trouble(error);
  }
  writeMarker(root, payload.session, { ...marker, off: off !== undefined });
  return off !== undefined;
}
