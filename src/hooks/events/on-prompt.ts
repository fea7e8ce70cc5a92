import { clearlyDrops } from "../../audit/clearly-drops.ts";
import { clearlyRefuses } from "../../audit/clearly-refuses.ts";
import { dropsWork } from "../../audit/drops-work.ts";
import { saysNothing } from "../../audit/says-nothing.ts";
import { Failure } from "../../core/failure.ts";
import type { RunState } from "../../run/run-state.ts";
import type { PersonMessage, SessionStarted, SkillInvoked } from "../../trace/trace-event.ts";
import { type Hook, rootBase } from "../hook.ts";
import { context, type HookOutput } from "../hook-output.ts";
import { keepRun } from "../keep-run.ts";
import { isDecision } from "../run/decision-on-stop.ts";
import { openRecipeRun } from "../run/open-recipe-run.ts";
import { endSession } from "../session/end-session.ts";
import { type SessionMarker, writeMarker } from "../session/session-marker.ts";
import { uncommittedFiles } from "../uncommitted-files.ts";
import { attachRun } from "./attach-run.ts";
import { choiceWords, chosenRun, openRunsOf } from "./choose-run.ts";
import { type Invocation, readInvocation } from "./read-invocation.ts";

const unmarked = { run: null, waits: null, choice: [], off: false } as const;

/**
 * A person wrote something: it opens the run of the recipe they name, takes one up again, chooses one, or is kept as
 * what they said. A subagent's task, which Codex's first generation reports in the same way, is none of that.
 */
export async function onPrompt(hook: Hook): Promise<HookOutput | undefined> {
  const { agentId, prompt } = hook.payload;
  if (agentId !== null || prompt === null) return undefined;
  const invocation = readInvocation(prompt);
  try {
    if (invocation !== undefined && (await (await hook.rules()).flowOf(invocation.recipe)) !== undefined)
      return said(await invoked(hook, invocation, prompt));
    return hook.marker === undefined ? undefined : said(await written(hook, hook.marker, prompt));
  } catch (error) {
    if (!(error instanceof Failure) || !error.code.startsWith("run/")) throw error;
    // What needs no run is held all the same.
    const recipe = invocation?.recipe ?? hook.marker?.recipe;
    if (recipe !== undefined && hook.marker?.run == null)
      writeMarker(hook.root, hook.payload.session, { ...unmarked, recipe, waits: "store" });
    throw error;
  }
}

function said(text: string | undefined): HookOutput | undefined {
  return text === undefined ? undefined : context("UserPromptSubmit", text);
}

async function invoked(hook: Hook, invocation: Invocation, prompt: string): Promise<string | undefined> {
  const { recipe } = invocation;
  const request = saysNothing(invocation.request) ? "" : invocation.request;
  const open = await openRunsOf(hook, recipe);
  const own = open.find(({ run }) => run.id === hook.marker?.run);
  const named = open.find(({ run }) => request === run.id);
  const same = open.find(({ run }) => isSame(run.goal, request));
  if (own !== undefined && hook.marker !== undefined && decides(own, invocation.request))
    return written(hook, hook.marker, prompt);
  if (clearlyDrops(request)) return hook.marker && letGo(hook, hook.marker, "dropped");
  const meant = named ?? same ?? (request === "" ? (own ?? only(open)) : undefined);
  if (meant !== undefined) return attachRun(hook, recipe, meant.run.id);
  if (request !== "") return opened(hook, recipe, request, prompt);
  if (open.length === 0) {
    mark(hook, { ...unmarked, recipe, waits: "request" });
    return requestWords(recipe);
  }
  const choice = open.map(({ run }) => run.id);
  mark(hook, { ...unmarked, recipe, waits: "choice", choice });
  return choiceWords(recipe, open, hook.at);
}

/** A person wrote in a governed session, and invoked nothing. */
async function written(hook: Hook, marker: SessionMarker, prompt: string): Promise<string | undefined> {
  const { recipe, waits, choice } = marker;
  if (waits === "store") return undefined;
  if (waits === "request") {
    if (isNone(prompt)) return letGo(hook, marker, "dropped");
    return saysNothing(prompt) ? requestWords(recipe) : opened(hook, recipe, prompt, prompt);
  }
  if (waits === "choice") {
    const open = (await openRunsOf(hook, recipe)).filter(({ run }) => choice.includes(run.id));
    const goalOf = (id: string): string | null => open.find(({ run }) => run.id === id)?.run.goal ?? null;
    const id = chosenRun(
      prompt,
      choice.map((one) => ({ id: one, goal: goalOf(one) })),
    );
    if (id !== undefined) return attachRun(hook, recipe, id);
    if (isNone(prompt)) return letGo(hook, marker, "dropped");
    return choiceWords(recipe, open, hook.at);
  }
  const kept = await keepRun<Left>(hook, ({ run, state }) => {
    if (run.run.endedAt !== null) return { result: "ended" };
    const event = messageOf(hook, prompt);
    const isDropped = dropsWork(state, event);
    const result = isDropped ? "dropped" : "open";
    if (run.run.owner !== hook.payload.session) return { result };
    return { result, happened: [{ event }], ...(isDropped && { dropped: prompt }) };
  });
  if (kept?.result === "open") return undefined;
  return letGo(hook, marker, kept?.result);
}

function requestWords(recipe: string): string {
  return `Baton: no run of ${recipe} is open here. Ask the person what they want done; their next message opens the run.`;
}

/** Whether a person who was asked what the recipe is to do, or which run goes on, wants nothing of it. */
function isNone(prompt: string): boolean {
  return clearlyRefuses(prompt) || clearlyDrops(prompt);
}

/** Whether words beside the recipe's name are about the run of this session: they decide at its stop point, or drop it. */
function decides({ run }: RunState, request: string): boolean {
  return clearlyDrops(request) || (run.status === "waiting_approval" && isDecision(request));
}

/** What becomes of a run when a person writes in a session that works on it. */
type Left = "open" | "ended" | "dropped";

/** Nothing governs the session any more; what the model is told of it, where a person said so. */
function letGo({ root, payload }: Hook, marker: SessionMarker, left: Left | undefined): string | undefined {
  endSession(root, payload.session, marker);
  return left === "dropped"
    ? `Baton: the person dropped the work; ${marker.recipe} governs this session no more. Do nothing more of it, and what they ask for without it.`
    : undefined;
}

async function opened(hook: Hook, recipe: string, goal: string, prompt: string): Promise<undefined> {
  const { contract, flowOf } = await hook.rules();
  const flow = await flowOf(recipe);
  if (flow === undefined) return undefined;
  const { session } = hook.payload;
  const invocation: SkillInvoked = { kind: "skill_invoked", ...rootBase(hook), skill: recipe };
  const { cwd } = hook.payload;
  const start: SessionStarted = {
    kind: "session_started",
    ...rootBase(hook),
    source: "startup",
    cwd,
    codex: null,
    model: null,
  };
  const happened = [start, messageOf(hook, prompt), invocation].map((event) => ({ event }));
  const run = await openRecipeRun(hook.runs().context, {
    flow,
    contract,
    goal,
    session,
    uncommitted: uncommittedFiles(hook.checkout).map(({ path }) => path),
    happened,
  });
  mark(hook, { ...unmarked, recipe, run });
  return undefined;
}

function messageOf(hook: Hook, text: string): PersonMessage {
  return { kind: "person_message", ...rootBase(hook), text };
}

function mark(hook: Hook, marker: SessionMarker): void {
  writeMarker(hook.root, hook.payload.session, marker);
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function isSame(goal: string, request: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim().toLowerCase();
  return request !== "" && plain(goal) === plain(request);
}
