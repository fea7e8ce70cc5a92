import { textOf } from "../../test/e2e/json-value.ts";
import type { Recording } from "./perform.ts";
import type { ThreadFile } from "./thread-file.ts";

/**
 * Gives a function that puts, in place of whatever differs from one recording to the next (ids, nicknames, temporary
 * directories, measured times), something that does not: what stood for the same thing still stands for the same.
 * @param threads with the times that the corpus gives them
 */
export function neutralText(recording: Recording, threads: readonly ThreadFile[]): (text: string) => string {
  const idFor = numbered(new Map([...threadIds(threads), ...turnIds(threads)]));
  return (text) =>
    text
      .replaceAll(recording.project, "/project")
      .replaceAll(recording.codexHome, "/codex-home")
      .replaceAll(recording.userHome, "/home/person")
      .replace(/(?:exec-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?:call|msg|fc|ctc)_[0-9a-f]{32}/g, idFor)
      // Codex draws nicknames by lot, now and then one twice.
      .replace(/(nickname\\*":\\*")[^"\\]+/g, "$1Agent")
      .replace(/(Chunk ID: |chunk_id\\*":\\*")[0-9a-f]+/g, "$1000000")
      .replace(/(Wall time:? )[\d.]+/g, "$10.1")
      .replace(/(aborted by user after )[\d.]+/g, "$11.0")
      .replace(/(wall_time_seconds\\*":)[\d.e-]+/g, "$10.1")
      .replace(/(duration_ms[" :\\]+)[\d.]+/g, "$11");
}

function threadIds(threads: readonly ThreadFile[]): [string, string][] {
  return threads.map(({ id, lines }, index) => [id, idAt(lines[0]?.timestamp, index)]);
}

function turnIds(threads: readonly ThreadFile[]): [string, string][] {
  const starts = threads.flatMap(({ ownFrom, lines }) =>
    lines.filter(({ ordinal, payload }) => ordinal >= ownFrom && payload.type === "task_started"),
  );
  return starts.map(({ payload, timestamp }, index) => [textOf(payload.turn_id), idAt(timestamp, 1000 + index)]);
}

/** A UUID of version 7, as Codex's are: their order is that of time, and readers may go by it. */
function idAt(timestamp: string | undefined, number: number): string {
  const ms = Date.parse(timestamp ?? "")
    .toString(16)
    .padStart(12, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${String(number).padStart(12, "0")}`;
}

/** Gives each other id the next number of its kind. */
function numbered(known: Map<string, string>): (id: string) => string {
  return (id) => {
    const prefix = /^[a-z]+(?=[-_])/.exec(id)?.[0] ?? "id";
    const given = known.get(id) ?? `${prefix}_${known.size}`;
    known.set(id, given);
    return given;
  };
}
