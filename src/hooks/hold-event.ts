import type { HooksSwitched, TraceEvent } from "../trace/trace-event.ts";
import { type Hook, keeperOf, rootBase, withHook } from "./hook.ts";
import type { HookCall } from "./hook-call.ts";
import type { HookOutput } from "./hook-output.ts";
import type { SwitchedOff } from "./hooks-switched-off.ts";
import { type SessionMarker, writeMarker } from "./session/session-marker.ts";

type Handler = (hook: Hook) => Promise<HookOutput | undefined>;

/** Each is loaded when its event comes: a hook is a process of its own and pays for every module. */
const handlers: Readonly<Record<string, Handler>> = {
  SessionStart: async (hook) => (await import("./events/on-session-start.ts")).onSessionStart(hook),
  Stop: async (hook) => (await import("./events/on-stop.ts")).onStop(hook),
  SubagentStart: async (hook) => (await import("./events/on-subagent-start.ts")).onSubagentStart(hook),
  SubagentStop: async (hook) => (await import("./events/on-subagent-stop.ts")).onSubagentStop(hook),
  UserPromptSubmit: async (hook) => (await import("./events/on-prompt.ts")).onPrompt(hook),
};

/**
 * Decides on an event of a session that a recipe governs, or that a person invokes one in.
 * @param told what is told of the tool call it is about, where it is about one
 */
export async function holdEvent(call: HookCall, told: readonly TraceEvent[]): Promise<HookOutput | undefined> {
  return withHook(call, async (hook) => {
    const { marker, payload } = hook;
    const [event] = told;
    if (event === undefined) return handlers[payload.event]?.(hook);
    if (marker === undefined) return undefined;
    if (payload.event === "PreToolUse") return (await import("./events/judge-call.ts")).judgeCall(hook, marker, event);
    await (await import("./events/record-call.ts")).recordCall(hook, told);
    return undefined;
  });
}

/** Tells a session's run that a person switched Baton's hooks off, or on again. */
export async function noteSwitch(call: HookCall, marker: SessionMarker, off: SwitchedOff | undefined): Promise<void> {
  const { root, payload } = call;
  try {
    await withHook(call, async (hook) => {
      const on = off === undefined;
      const event: HooksSwitched = { kind: "hooks_switched", ...rootBase(hook), on, by: off?.by ?? "project" };
      await (await keeperOf(hook))?.keep(({ run }) =>
        run.run.endedAt === null ? { result: undefined, happened: [{ event }] } : { result: undefined },
      );
    });
  } catch (error) {
    call.trouble(error);
  }
  writeMarker(root, payload.session, { ...marker, off: off !== undefined });
}
