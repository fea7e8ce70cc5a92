import { isCommit } from "../../audit/shell/is-commit-done.ts";
import type { FilesChanged, Spawn, TraceEvent } from "../../trace/trace-event.ts";
import type { Hook } from "../hook.ts";
import { context, deny, type HookOutput } from "../hook-output.ts";
import { keepRun } from "../keep-run.ts";
import { readHead } from "../read-head.ts";
import { capEvent } from "../run/cap-event.ts";
import type { Followed } from "../run/observe-command.ts";
import type { Decided } from "../run/run-keeper.ts";
import { endSession } from "../session/end-session.ts";
import { looksOf } from "../session/file-looks.ts";
import { keepCall } from "../session/pending-calls.ts";
import type { SessionMarker } from "../session/session-marker.ts";
import { faultWords, heldFaults } from "./held-faults.ts";
import { judgeWithoutRun, startsWork } from "./judge-without-run.ts";
import { withSpawns } from "./with-spawns.ts";
import { withSweptFiles } from "./with-swept-files.ts";
import { withThread } from "./with-thread.ts";

/** Judges a tool call by all that is known of its session: what it is denied with, or what is only said. */
export async function judgeCall(hook: Hook, marker: SessionMarker, event: TraceEvent): Promise<HookOutput | undefined> {
  if (marker.run === null) return judgeWithoutRun(hook, marker, event);
  const judged = await judgedByRun(hook, event);
  if (judged === "unknown") return judgeWithoutRun(hook, marker, event);
  if (judged === "ended") {
    endSession(hook.root, hook.payload.session, marker);
    return undefined;
  }
  if (!judged.isDenied) keepInMind(hook, judged.event);
  return judged.output;
}

interface Judged {
  readonly event: TraceEvent;
  readonly isDenied: boolean;
  readonly output?: HookOutput;
}

/** Where the run cannot be read, what needs none is held all the same. */
async function judgedByRun(hook: Hook, event: TraceEvent): Promise<Judged | "ended" | "unknown"> {
  try {
    return (await keepRun(hook, (followed) => judge(hook, event, followed)))?.result ?? "ended";
  } catch (error) {
    hook.trouble(error);
    return "unknown";
  }
}

async function judge(hook: Hook, proposed: TraceEvent, stored: Followed): Promise<Decided<Judged | "ended">> {
  const followed = withSpawns(hook, stored);
  const { run } = followed.run;
  if (run.endedAt !== null) return { result: "ended" };
  const event = withSweptFiles(hook, withThread(proposed, followed.state), followed);
  const elsewhere = startsWork(event) ? notHere(hook, followed) : undefined;
  if (elsewhere !== undefined) return { result: { event, isDenied: true, output: deny(elsewhere) } };
  if (run.owner !== hook.payload.session) return { result: { event, isDenied: false } };
  const { stops, warns } = await heldFaults(followed, event, hook);
  const [first] = stops;
  if (first !== undefined) {
    const reason = faultWords(first);
    const refused = { ...event, refused: reason } as TraceEvent;
    return { result: { event, isDenied: true, output: deny(reason) }, happened: [{ event: refused }] };
  }
  const said = warns.map(faultWords).join("\n");
  const result = { event, isDenied: false, ...(said !== "" && { output: context("PreToolUse", said) }) };
  // An agent that is addressed may answer before the end of the call that addressed it is reported.
  return event.kind === "agent_addressed" ? { result, happened: [{ event }] } : { result };
}

/** Why no work starts in this session: a person took the run elsewhere, or paused it. */
function notHere({ payload }: Hook, { run: { run } }: Followed): string | undefined {
  if (run.owner !== payload.session)
    return `Baton: the run ${run.id} goes on in another session. End your turn; a person who writes $${run.kind} ${run.id} here takes it back.`;
  if (run.status !== "paused") return undefined;
  return `Baton: a person has paused the run ${run.id}. End your turn and say so; baton run continue ${run.id} goes on.`;
}

/** What has to be known when the call has ended, and is not known any more then. */
function keepInMind(hook: Hook, event: TraceEvent): void {
  const { payload, root, checkout } = hook;
  const id = payload.tool?.id ?? "";
  if (event.kind === "spawn")
    keepCall(root, payload.session, id, { does: "spawn", event: capEvent(event) as Spawn, turn: payload.turn });
  if (event.kind === "files_changed") {
    const looks = looksOf(
      event.files.map(({ path }) => path),
      payload.cwd,
    );
    keepCall(root, payload.session, id, { does: "patch", event: capEvent(event) as FilesChanged, looks });
  }
  if (event.kind === "command" && isCommit(event.command))
    keepCall(root, payload.session, id, { does: "commit", head: readHead(checkout) });
}
