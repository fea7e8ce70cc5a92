import { runningAgents } from "../../audit/case.ts";
import type { Compacted } from "../../trace/trace-event.ts";
import { type Hook, keeperOf, rootBase } from "../hook.ts";
import { context, type HookOutput } from "../hook-output.ts";
import type { Followed, Happening } from "../run/observe-command.ts";
import { stateWords } from "../run/state-words.ts";
import { endSession } from "../session/end-session.ts";
import { restarted } from "./attach-run.ts";
import { keepForLater } from "./keep-for-later.ts";

/** A governed session starts again, or lost its conversation: the recipe and the run's next step go before the model. */
export async function onSessionStart(hook: Hook): Promise<HookOutput | undefined> {
  const { marker, payload, root } = hook;
  if (marker === undefined) return undefined;
  const keeper = await keeperOf(hook);
  if (keeper === undefined) return said(`Baton: ${again(marker.recipe)}`);
  const kept = await keeper.keep((followed) => {
    const { run } = followed.run;
    const happened = run.owner === payload.session ? startOf(hook, followed) : [];
    if (run.endedAt !== null || happened.length === 0) return { result: run.endedAt === null };
    return { result: true, happened };
  });
  if (kept?.result !== true) {
    endSession(root, payload.session, marker);
    return undefined;
  }
  if (payload.source === "resume") keepForLater(hook, kept.followed);
  return said(stateWords(kept.followed, marker.recipe, hook.runs().context.measure));
}

function startOf(hook: Hook, followed: Followed): Happening[] {
  if (hook.payload.source === "resume")
    return runningAgents(followed.state).length === 0 ? [] : restarted(hook, followed);
  const compacted: Compacted = { kind: "compacted", ...rootBase(hook) };
  return hook.payload.source === "compact" ? [{ event: compacted }] : [];
}

function again(recipe: string): string {
  return `the recipe ${recipe} governs this session; read .agents/skills/${recipe}/SKILL.md again before you go on.`;
}

function said(text: string): HookOutput {
  return context("SessionStart", text);
}
