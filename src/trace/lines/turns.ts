import { cutText, textLimits } from "../cut-text.ts";
import { fieldsOf, textOrNull } from "../json-fields.ts";
import { generationOf } from "../session-meta.ts";
import type { SessionLine, ThreadLog } from "../thread-log.ts";
import { turnFailure } from "../turn-failure.ts";

/** A turn begins. A turn still open then was cut off by the end of the process that ran it. */
export function turnStarted(log: ThreadLog, line: SessionLine): void {
  if (log.turnOpen) ended(log, line, null, "the process ended");
  log.turnOpen = true;
  log.turns++;
  if (!log.isRoot) return;
  const base = log.base(line);
  const trigger = fieldsOf(line.payload["turn_attribution"])["turn_trigger"];
  // `codex exec` runs one turn a process: a second one is another process, which resumed the session.
  if (trigger === "exec" && log.turns > 1) {
    const { cwd, codex } = log.meta;
    log.add({ kind: "session_started", ...base, source: "resume", cwd, codex, model: log.model });
  }
  log.add({ kind: "turn_started", ...base });
}

/** A turn ends by itself, or because the model failed. */
export function turnCompleted(log: ThreadLog, line: SessionLine): void {
  ended(log, line, textOrNull(line.payload["last_agent_message"]), turnFailure(line.payload));
}

/** A turn is cut off. */
export function turnAborted(log: ThreadLog, line: SessionLine): void {
  ended(log, line, null, turnFailure(line.payload));
}

function ended(log: ThreadLog, line: SessionLine, message: string | null, failed: string | null): void {
  log.turnOpen = false;
  const base = log.base(line);
  const text = message === null ? null : cutText(message, textLimits.words);
  if (log.isRoot) {
    log.add({ kind: "turn_ended", ...base, message: text, aborted: failed !== null });
    return;
  }
  const reason = failed ?? (text === null ? "it ended without a message" : null);
  log.add({
    kind: "answer",
    ...base,
    text: text ?? "",
    failed: reason === null ? null : cutText(reason, textLimits.reason),
  });
}

/** The model and the generation of subagent tools a turn runs with. */
export function turnContext(log: ThreadLog, { payload }: SessionLine): void {
  log.model = textOrNull(payload["model"]) ?? log.model;
  log.generation ??= generationOf(payload["multi_agent_version"]);
}
