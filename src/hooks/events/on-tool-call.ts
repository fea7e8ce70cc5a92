import { emptyCase } from "../../audit/case.ts";
import { commandOf } from "../../audit/shell/command-of.ts";
import { isCommit } from "../../audit/shell/is-commit-done.ts";
import type { Spawn, TraceEvent } from "../../trace/trace-event.ts";
import { guardBaton } from "../guard-baton.ts";
import { type Hook, keeperOf } from "../hook.ts";
import { context, deny, type HookOutput } from "../hook-output.ts";
import { readHead } from "../read-head.ts";
import { capEvent } from "../run/cap-event.ts";
import type { Followed } from "../run/observe-command.ts";
import type { Decided } from "../run/run-keeper.ts";
import { keepCall } from "../session/pending-calls.ts";
import { removeMarker } from "../session/session-marker.ts";
import { choiceWords, openRunsOf } from "./choose-run.ts";
import { faultWords, heldFaults } from "./held-faults.ts";
import { toolEvent, withThread } from "./tool-event.ts";

/** A tool is about to be called: what a rule forbids is denied, with the reason and the way on. */
export async function onToolCall(hook: Hook): Promise<HookOutput | undefined> {
  const { marker } = hook;
  const event = toolEvent(hook);
  if (marker === undefined || event === undefined) return undefined;
  const guarded = guardBaton(event);
  if (guarded !== undefined) return deny(guarded);
  if (!concernsRules(event)) return undefined;
  if (marker.run === null) return withoutRun(hook, event);
  const keeper = await keeperOf(hook);
  const judged = await keeper?.keep((followed) => judge(hook, event, followed));
  if (judged === "ended") removeMarker(hook.root, hook.payload.session);
  if (judged === undefined || judged === "ended") return undefined;
  if (judged.output === undefined || !isDenial(judged.output)) keepInMind(hook, judged.event);
  return judged.output;
}

type Judged = { readonly event: TraceEvent; readonly output?: HookOutput } | "ended";

/** Reading commands are most of what agents do, and no rule is about them. */
function concernsRules(event: TraceEvent): boolean {
  if (event.kind === "wait" || event.kind === "tool_called") return false;
  if (event.kind !== "command") return true;
  const { commits, stages, writes } = commandOf(event);
  return commits !== null || stages === "all" || stages.length > 0 || writes.length > 0;
}

function judge(hook: Hook, proposed: TraceEvent, followed: Followed): Decided<Judged> {
  const { run } = followed.run;
  if (run.endedAt !== null) return { result: "ended" };
  const event = withThread(proposed, followed.state);
  const elsewhere = startsWork(event) ? notHere(hook, followed) : undefined;
  const { stops, warns } = heldFaults(followed, event);
  const [first] = stops;
  const reason = elsewhere ?? (first === undefined ? undefined : faultWords(first));
  if (reason !== undefined) {
    const refused = { ...event, refused: reason } as TraceEvent;
    const recorded = elsewhere === undefined ? { happened: [{ event: refused }] } : {};
    return { result: { event, output: deny(reason) }, ...recorded };
  }
  const said = warns.map(faultWords).join("\n");
  const result = { event, ...(said !== "" && { output: context("PreToolUse", said) }) };
  // What an addressed agent answers can come before the call's own end is reported.
  const now = event.kind === "agent_addressed" && run.owner === hook.payload.session;
  return now ? { result, happened: [{ event }] } : { result };
}

function startsWork(event: TraceEvent): boolean {
  return event.kind === "spawn" || (event.kind === "agent_addressed" && event.as === "task");
}

/** Why no work starts in this session: a person took the run elsewhere, or paused it. */
function notHere({ payload }: Hook, { run: { run } }: Followed): string | undefined {
  if (run.owner !== payload.session)
    return `Baton: the run ${run.id} goes on in another session. End your turn; a person who writes $${run.kind} ${run.id} here takes it back.`;
  if (run.status !== "paused") return undefined;
  return `Baton: a person has paused the run ${run.id}. End your turn and say so; baton run continue ${run.id} goes on.`;
}

async function withoutRun(hook: Hook, event: TraceEvent): Promise<HookOutput | undefined> {
  const { marker } = hook;
  if (marker === undefined) return undefined;
  if (marker.waits === "choice" && startsWork(event)) {
    const open = (await openRunsOf(hook, marker.recipe)).filter(({ run }) => marker.choice.includes(run.id));
    return deny(choiceWords(marker.recipe, open, hook.at));
  }
  const { contract, flowOf } = await hook.rules();
  const flow = await flowOf(marker.recipe);
  if (flow === undefined) return undefined;
  const state = { ...emptyCase, recipe: marker.recipe };
  const [first] = heldFaults({ course: { flow, contract }, state }, event).stops.filter(({ rule }) =>
    needsNoRun.has(rule.code),
  );
  return first === undefined ? undefined : deny(faultWords(first));
}

/** Rules about a call and who makes it, whatever happened before. */
const needsNoRun: ReadonlySet<string> = new Set([
  "team/nested-spawn",
  "team/inherited-conversation",
  "team/write-forbidden",
]);

function isDenial(output: HookOutput): boolean {
  return "hookSpecificOutput" in output && "permissionDecision" in output.hookSpecificOutput;
}

/** What has to be known when the call has ended, and is not known any more then. */
function keepInMind(hook: Hook, event: TraceEvent): void {
  const { payload, root, checkout } = hook;
  const id = payload.tool?.id ?? "";
  if (event.kind === "spawn") keepCall(root, payload.session, id, { does: "spawn", event: capEvent(event) as Spawn });
  if (event.kind === "command" && isCommit(event.command))
    keepCall(root, payload.session, id, { does: "commit", head: readHead(checkout) });
}
