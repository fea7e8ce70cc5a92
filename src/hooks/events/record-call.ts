import type { Case } from "../../audit/case.ts";
import { isCommit } from "../../audit/shell/is-commit-done.ts";
import type { CommandRun, TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import { keepRun } from "../keep-run.ts";
import { readHead } from "../read-head.ts";
import type { Happening } from "../run/observe-command.ts";
import { takeCall } from "../session/pending-calls.ts";
import { withThread } from "./with-thread.ts";

/** Records in the session's run what is told of a tool call that has ended. */
export async function recordCall(hook: Hook, events: readonly TraceEvent[]): Promise<void> {
  const told = events.flatMap((event) => happened(hook, event) ?? []);
  if (told.length === 0) return;
  await keepRun<undefined>(hook, ({ run, state }) => {
    if (run.run.endedAt !== null || run.run.owner !== hook.payload.session) return { result: undefined };
    const done = told.map((one) => ({ ...one, event: withThread(one.event, state) }));
    const failed = done.flatMap(({ event }) => (event.kind === "answer" ? [event.thread] : []));
    const happenings = done.filter(({ event }) => isNews(event, state, failed));
    return { result: undefined, ...(happenings.length > 0 && { happened: happenings }) };
  });
}

/** @param failed the subagents that the same call tells to have failed: such a one is not closed at work */
function isNews(event: TraceEvent, { agents }: Case, failed: readonly string[]): boolean {
  switch (event.kind) {
    case "spawn":
      return event.child === null || !agents.has(event.child);
    case "answer":
      return agents.get(event.thread)?.status === "running";
    case "close":
      return agents.get(event.target)?.status === "running" && !failed.includes(event.target);
    default:
      return true;
  }
}

function happened(hook: Hook, event: TraceEvent): Happening | undefined {
  const { payload, root } = hook;
  const id = payload.tool?.id ?? "";
  switch (event.kind) {
    case "spawn": {
      // Where its thread is not told, the subagent's start joins it to the call.
      if (event.refused === null && event.child === null) return undefined;
      const call = takeCall(root, payload.session, id);
      const asked = call?.does === "spawn" ? call.event : event;
      return { event: { ...asked, child: event.child, refused: event.refused } };
    }
    case "command": {
      if (!isCommit(event.command)) return { event };
      const call = takeCall(root, payload.session, id);
      return committed(event, call?.does === "commit" ? call.head : null, readHead(hook.checkout));
    }
    default:
      takeCall(root, payload.session, id);
      return { event };
  }
}

/** Codex does not tell a hook how a command ended; whether it committed shows in the branch. */
function committed(event: CommandRun, before: string | null, after: string | null): Happening {
  if (before === null || after === null) return { event };
  const moved = before !== after;
  return { event: { ...event, exitCode: moved ? 0 : 1 }, ...(moved && { head: after }) };
}
