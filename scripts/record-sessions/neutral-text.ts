import type { Recording } from "./perform.ts";
import type { ThreadFile } from "./thread-file.ts";

/**
 * Gives a function that puts, in place of whatever differs from one recording to the next (ids, nicknames, temporary
 * directories, measured times), something that does not: what stood for the same thing still stands for the same.
 */
export function neutralText(recording: Recording, threads: readonly ThreadFile[]): (text: string) => string {
  const ids = new Map(threads.map(({ id }, index) => [id, threadId(index)]));
  const idFor = numbered(ids, (id, number) => {
    const prefix = /^[a-z]+(?=[-_])/.exec(id)?.[0];
    return `${prefix ?? "id"}_${number}`;
  });
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

function threadId(index: number): string {
  return `01a00000-0000-7000-8000-${String(index).padStart(12, "0")}`;
}

/** Gives each new id the next number of its kind. */
function numbered(known: Map<string, string>, name: (id: string, number: number) => string): (id: string) => string {
  return (id) => {
    const given = known.get(id) ?? name(id, known.size);
    known.set(id, given);
    return given;
  };
}
