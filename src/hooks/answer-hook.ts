import { dirname } from "node:path";
import { Failure } from "../core/failure.ts";
import { locateStore } from "../run/store/locate-store.ts";
import type { HookCall } from "./hook-call.ts";
import { logTrouble } from "./hook-log.ts";
import { context, deny, type HookOutput } from "./hook-output.ts";
import { hooksSwitchedOff } from "./hooks-switched-off.ts";
import { noteEnvironment } from "./note-environment.ts";
import { readHookPayload } from "./read-payload.ts";
import { rootOf } from "./root-of.ts";
import { readMarker } from "./session/session-marker.ts";
import { keptTold } from "./session/told-state.ts";

/** What a hook needs of the world. */
export interface HookWorld {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => string;
}

/** The events that Baton holds, as Codex names them. */
const held = new Set([
  "PreToolUse",
  "PostToolUse",
  "SessionStart",
  "Stop",
  "SubagentStart",
  "SubagentStop",
  "UserPromptSubmit",
]);

/**
 * Answers an event of Codex's: the text for standard output, empty where there is nothing to say. Never throws: whatever
 * goes wrong, Codex goes on as if there were no hook, and the project's log has a record.
 */
export async function answerHook(event: string, stdin: string, world: HookWorld): Promise<string> {
  if (!held.has(event)) return "";
  const at = world.now();
  let root: string | undefined;
  let session: string | null = null;
  const trouble = (error: unknown): void => {
    root ??= rootOf(world.cwd);
    if (root !== undefined) logTrouble(root, { at, event, session, error: wordsOf(error) });
  };
  try {
    const payload = readHookPayload(stdin);
    if (payload === undefined) {
      trouble("what came on standard input is no hook's payload");
      return "";
    }
    session = payload.session;
    const { checkout, file } = locateStore(payload.cwd);
    root = dirname(dirname(file));
    const { env } = world;
    const output = await answer({ payload, root, checkout, at, env, marker: readMarker(root, session), trouble });
    return output === undefined ? "" : `${JSON.stringify(output)}\n`;
  } catch (error) {
    trouble(error);
    return "";
  }
}

/** What can be said without knowing the run is said before what it takes to know it is loaded. */
async function answer(call: HookCall): Promise<HookOutput | undefined> {
  const { payload, root, env, marker, at } = call;
  const off = hooksSwitchedOff(root, payload.session, env);
  // A prompt comes this far only where it names a recipe: that it was not held is on record from the beginning.
  const concerned = marker === undefined ? payload.event === "UserPromptSubmit" : marker.off || off !== undefined;
  if (concerned) noteEnvironment(root, payload.session, env, at);
  if (off !== undefined && (marker === undefined || marker.off)) return undefined;
  if (marker !== undefined && marker.off !== (off !== undefined)) {
    const { noteSwitch } = await import("./hold-event.ts");
    await noteSwitch(call, marker, off);
    if (off !== undefined) return undefined;
  }
  const told = payload.source === "resume" && marker !== undefined ? keptTold(root, payload.session) : undefined;
  if (told !== undefined && payload.event === "SessionStart") return context("SessionStart", told);
  if (payload.tool === null) return (await import("./hold-event.ts")).holdEvent(call, []);
  const { toolCall } = await import("./tool-call.ts");
  const tool = toolCall(call);
  if (tool.is === "nothing") return undefined;
  if (tool.is === "denied") return deny(tool.reason);
  return (await import("./hold-event.ts")).holdEvent(call, tool.events);
}

function wordsOf(error: unknown): string {
  if (error instanceof Failure) return `${error.message} [${error.code}]`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
