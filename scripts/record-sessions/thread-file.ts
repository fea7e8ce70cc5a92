import { objectOf, parseJson, textOf } from "../../test/e2e/json-value.ts";
import type { RolloutLine } from "./compact-line.ts";

/** One thread's session file, read. */
export interface ThreadFile {
  readonly id: string;
  /** The thread that spawned it; empty for a root. */
  readonly parent: string;
  /** The agent's path (second generation); empty for a root. */
  readonly path: string;
  /** Where its own part begins, as an ordinal: before it lies a copy of the conversation it was handed. */
  readonly ownFrom: number;
  readonly lines: readonly RolloutLine[];
}

/** Reads a session file as Codex wrote it. */
export function readThreadFile(text: string): ThreadFile {
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => objectOf(parseJson(line)) as RolloutLine);
  const meta = lines.find((line) => line.type === "session_meta")?.payload ?? {};
  const { id, parent_thread_id, agent_path, subagent_history_start_ordinal } = meta;
  return {
    id: textOf(id),
    parent: textOf(parent_thread_id),
    path: textOf(agent_path),
    ownFrom: Number(subagent_history_start_ordinal ?? 0),
    lines,
  };
}
