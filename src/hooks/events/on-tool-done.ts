import { commandOf } from "../../audit/shell/command-of.ts";
import { isCommit } from "../../audit/shell/is-commit-done.ts";
import type { CommandRun, Spawn, TraceEvent } from "../../trace/trace-event.ts";
import { type Hook, keeperOf } from "../hook.ts";
import { readHead } from "../read-head.ts";
import type { Happening } from "../run/observe-command.ts";
import { takeCall } from "../session/pending-calls.ts";
import { toolEvent, withThread } from "./tool-event.ts";

/** A tool call has ended: what it did to the team, the files or the history is recorded. */
export async function onToolDone(hook: Hook): Promise<undefined> {
  const event = toolEvent(hook);
  if (hook.marker === undefined || event === undefined || !isRecorded(event)) return;
  const happening = await happened(hook, event);
  if (happening === undefined) return;
  const keeper = await keeperOf(hook);
  await keeper?.keep(({ run, state }) => {
    if (run.run.endedAt !== null || run.run.owner !== hook.payload.session) return { result: undefined };
    const done = withThread(happening.event, state);
    const isKnown = done.kind === "spawn" && done.child !== null && state.agents.has(done.child);
    const isNothing = done.kind === "close" && state.agents.get(done.target)?.status !== "running";
    return isKnown || isNothing
      ? { result: undefined }
      : { result: undefined, happened: [{ ...happening, event: done }] };
  });
}

/** Commands are most of what agents do; only what they commit, stage or write is kept. A task given is, before it starts. */
function isRecorded(event: TraceEvent): boolean {
  switch (event.kind) {
    case "spawn":
    case "close":
    case "files_changed":
      return true;
    case "command": {
      const { commits, stages, unstages, writes } = commandOf(event);
      return commits !== null || [stages, unstages, writes].some((one) => one.length > 0);
    }
    default:
      return false;
  }
}

async function happened(hook: Hook, event: TraceEvent): Promise<Happening | undefined> {
  const { payload, root } = hook;
  const call = event.kind === "close" ? undefined : takeIfEnded(hook, event);
  if (event.kind === "command" && isCommit(event.command)) {
    const before = call?.does === "commit" ? call.head : null;
    return committed(event, before, readHead(hook.checkout));
  }
  if (event.kind !== "spawn") return { event };
  if (event.refused !== null) return { event };
  // Without a thread it is not known yet whom the call made: the subagent's start will tell.
  if (event.child === null) return undefined;
  takeCall(root, payload.session, payload.tool?.id ?? "");
  const asked = call?.does === "spawn" ? call.event : event;
  return { event: { ...asked, child: event.child } satisfies Spawn };
}

/** A spawn whose subagent is not known yet stays in mind. */
function takeIfEnded({ root, payload }: Hook, event: TraceEvent): ReturnType<typeof takeCall> {
  const isOpen = event.kind === "spawn" && event.refused === null && event.child === null;
  return isOpen ? undefined : takeCall(root, payload.session, payload.tool?.id ?? "");
}

/** Codex does not tell a hook how a command ended; whether it committed shows in the branch. */
function committed(event: CommandRun, before: string | null, after: string | null): Happening {
  if (before === null || after === null) return { event };
  const moved = before !== after;
  return { event: { ...event, exitCode: moved ? 0 : 1 }, ...(moved && { head: after }) };
}
