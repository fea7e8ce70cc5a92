import { isCommit } from "../../audit/shell/is-commit-done.ts";
import type { CommandRun, TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import { keepRun } from "../keep-run.ts";
import { readHead } from "../read-head.ts";
import type { Happening } from "../run/observe-command.ts";
import { takeCall } from "../session/pending-calls.ts";
import { withThread } from "./with-thread.ts";

/** Records a tool call that has ended in the session's run. */
export async function recordCall(hook: Hook, event: TraceEvent): Promise<void> {
  const happening = happened(hook, event);
  if (happening === undefined) return;
  await keepRun<undefined>(hook, ({ run, state }) => {
    if (run.run.endedAt !== null || run.run.owner !== hook.payload.session) return { result: undefined };
    const done = withThread(happening.event, state);
    const isKnown = done.kind === "spawn" && done.child !== null && state.agents.has(done.child);
    const isNothing = done.kind === "close" && state.agents.get(done.target)?.status !== "running";
    return isKnown || isNothing
      ? { result: undefined }
      : { result: undefined, happened: [{ ...happening, event: done }] };
  });
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
