import type { Compacted } from "../../trace/trace-event.ts";
import { type Hook, keeperOf, rootBase } from "../hook.ts";
import { context, type HookOutput } from "../hook-output.ts";
import { stateWords } from "../run/state-words.ts";
import { removeMarker } from "../session/session-marker.ts";
import { restarted } from "./attach-run.ts";

/** A governed session starts again, or lost its conversation: the recipe and the run's next step go before the model. */
export async function onSessionStart(hook: Hook): Promise<HookOutput | undefined> {
  const { marker, payload, root } = hook;
  if (marker === undefined) return undefined;
  const keeper = await keeperOf(hook);
  if (keeper === undefined) return said(`Baton: ${again(marker.recipe)}`);
  const isOurs = await keeper.keep((followed) => {
    const { run } = followed.run;
    if (run.endedAt !== null || run.owner !== payload.session) return { result: run.endedAt === null };
    if (payload.source === "resume") return { result: true, happened: restarted(hook, followed) };
    const compacted: Compacted = { kind: "compacted", ...rootBase(hook) };
    return { result: true, ...(payload.source === "compact" && { happened: [{ event: compacted }] }) };
  });
  const followed = isOurs === true ? await keeper.follow() : undefined;
  if (followed === undefined) {
    removeMarker(root, payload.session);
    return undefined;
  }
  return said(stateWords(followed, marker.recipe, hook.runs().context.measure));
}

function again(recipe: string): string {
  return `the recipe ${recipe} governs this session; read .agents/skills/${recipe}/SKILL.md again before you go on.`;
}

function said(text: string): HookOutput {
  return context("SessionStart", text);
}
