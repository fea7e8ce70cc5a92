import type { Spawn } from "../../trace/trace-event.ts";
import { type Hook, keeperOf, rootBase } from "../hook.ts";
import type { HookOutput } from "../hook-output.ts";
import type { Happening } from "../run/observe-command.ts";
import { spawnWaiting, takeCall } from "../session/pending-calls.ts";

/** A subagent starts: it is joined to the call that asked for it, and given what it must have. */
export async function onSubagentStart(hook: Hook): Promise<HookOutput | undefined> {
  const { agentId, agentType, session } = hook.payload;
  if (hook.marker === undefined || agentId === null) return undefined;
  const type = agentType ?? "default";
  const waiting = spawnWaiting(hook.root, session, type);
  const spawn: Spawn = { ...(waiting?.[1] ?? unasked(hook, type)), child: agentId };
  const keeper = await keeperOf(hook);
  await keeper?.keep(({ run, state }) => {
    if (run.run.endedAt !== null || run.run.owner !== session || state.agents.has(agentId))
      return { result: undefined };
    const happened: Happening[] = [{ event: spawn }];
    return { result: undefined, happened };
  });
  if (waiting !== undefined) takeCall(hook.root, session, waiting[0]);
  return undefined;
}

/** A spawn whose call was not seen: all that is known of it is that it happened. */
function unasked(hook: Hook, type: string): Spawn {
  const base = rootBase(hook);
  const asked = type === "default" ? null : type;
  return {
    kind: "spawn",
    ...base,
    call: "",
    type: asked,
    name: null,
    prompt: null,
    inherits: false,
    child: null,
    refused: null,
  };
}
