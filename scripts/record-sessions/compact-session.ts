import { compactLine, type RolloutLine } from "./compact-line.ts";
import { neutralText } from "./neutral-text.ts";
import type { Recording } from "./perform.ts";
import { settleOrder } from "./settle-order.ts";
import { settleSwitches } from "./settle-switches.ts";
import { settleTimes } from "./settle-times.ts";
import { readThreadFile, type ThreadFile } from "./thread-file.ts";

/**
 * Makes of a recording what the corpus keeps: the files of the root and its subagents without Codex's own texts, and
 * `switches.jsonl` when Baton's hooks were switched, with ids, times and directories that are the same in each recording of the same play. Keys: file names; values: contents.
 */
export function compactSession(recording: Recording): ReadonlyMap<string, string> {
  const threads = inOrder([...recording.files.values()].map(readThreadFile));
  const compact = threads.map((thread) =>
    renumbered({ ...thread, lines: settleOrder(thread.lines.flatMap(compacted)) }),
  );
  const settled = settleTimes(compact);
  const neutral = neutralText(recording, settled);
  const files = settled.map(({ id, lines }): [string, string] => {
    const text = lines.map((line) => `${neutral(JSON.stringify(line))}\n`).join("");
    const at = (lines[0]?.timestamp ?? "").slice(0, 19).replaceAll(":", "-");
    return [`rollout-${at}-${neutral(id)}.jsonl`, text];
  });
  const [raw, root] = [compact[0], settled[0]];
  if (recording.switches !== "" && raw !== undefined && root !== undefined)
    files.push(["switches.jsonl", neutral(settleSwitches(recording.switches, raw, root))]);
  return new Map(files);
}

function compacted(line: RolloutLine): RolloutLine[] {
  const compact = compactLine(line);
  return compact === undefined ? [] : [compact];
}

/** Numbers the lines anew: what was left out, Codex writes in one place or another. */
function renumbered(thread: ThreadFile): ThreadFile {
  const ownFrom = thread.lines.findIndex((line) => line.ordinal >= thread.ownFrom);
  const lines = thread.lines.map((line, ordinal) => {
    if (line.payload.subagent_history_start_ordinal === undefined) return { ...line, ordinal };
    return { ...line, ordinal, payload: { ...line.payload, subagent_history_start_ordinal: ownFrom } };
  });
  return { ...thread, ownFrom, lines };
}

/** The root, then each subagent in the order in which its parent speaks of it first. */
function inOrder(threads: readonly ThreadFile[]): readonly ThreadFile[] {
  const follow = (thread: ThreadFile): ThreadFile[] => {
    const text = JSON.stringify(thread.lines);
    const children = threads.filter(({ parent }) => parent === thread.id);
    const sorted = children.toSorted((a, b) => text.indexOf(a.id) - text.indexOf(b.id));
    return [thread, ...sorted.flatMap(follow)];
  };
  return threads.filter(({ parent }) => parent === "").flatMap(follow);
}
