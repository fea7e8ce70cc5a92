import { runningAgents } from "../../audit/case.ts";
import type { Answer, SessionStarted } from "../../trace/trace-event.ts";
import { type Hook, rootBase } from "../hook.ts";
import type { Followed, Happening } from "../run/observe-command.ts";
import { RunKeeper } from "../run/run-keeper.ts";
import { stateWords } from "../run/state-words.ts";
import { removeMarker, writeMarker } from "../session/session-marker.ts";

/** Takes a run up again in this session, and says where it stands. Agents of the session before it are gone with it. */
export async function attachRun(hook: Hook, recipe: string, runId: string): Promise<string | undefined> {
  const { session } = hook.payload;
  const { contract } = await hook.rules();
  const { context } = hook.runs();
  const keeper = new RunKeeper(context, contract, runId);
  const taken = await keeper.keep((followed) => {
    if (followed.run.run.endedAt !== null) return { result: false };
    const { owner } = followed.run.run;
    if (owner === session) return { result: true };
    const note = `a person took it up in another session; before: ${owner ?? "nobody"}`;
    return { result: true, happened: restarted(hook, followed), newOwner: { session, note } };
  });
  if (taken?.result !== true) {
    removeMarker(hook.root, session);
    return `Baton: the run ${runId} has ended or is gone. $${recipe} with a request opens a new one.`;
  }
  writeMarker(hook.root, session, { recipe, run: runId, waits: null, choice: [], off: false });
  return stateWords(taken.followed, recipe, context.measure);
}

/** The session begins again, and no agent that was running is there to answer any more. */
export function restarted(hook: Hook, { state }: Followed): Happening[] {
  const base = rootBase(hook);
  const { cwd } = hook.payload;
  const start: SessionStarted = { kind: "session_started", ...base, source: "resume", cwd, codex: null, model: null };
  const lost = runningAgents(state).map((agent): Happening => {
    const failed = "its session ended before it answered";
    const event: Answer = { kind: "answer", ...base, thread: agent.thread, agent: agent.type, text: "", failed };
    return { event };
  });
  return [{ event: start }, ...lost];
}
