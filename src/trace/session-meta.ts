import { isoTime } from "./iso-time.ts";
import { fieldsOf, type JsonFields, textOrNull } from "./json-fields.ts";

/** What a session file's first line says of its thread. */
export interface SessionMeta {
  readonly thread: string;
  /** The root thread's id; its own for a root. */
  readonly session: string;
  readonly parent: string | null;
  /** The subagent's type, `default` for Codex's own; null for a root. */
  readonly agent: string | null;
  /** A subagent's path in the second generation (`/root/review`). */
  readonly path: string | null;
  readonly nickname: string | null;
  readonly cwd: string;
  readonly codex: string | null;
  readonly startedAt: string;
  /** When the line was written. */
  readonly at: string;
  readonly generation: 1 | 2 | null;
  /** The session a person forked this one from. */
  readonly forkedFrom: string | null;
  /** The first line of that session that is not part of this one's history; null when the file does not say it. */
  readonly forkedBefore: number | null;
  /** Whether the file begins with a copy of the parent's history. */
  readonly copies: boolean;
  /** The first line of its own after such a copy; null when the file does not say it. */
  readonly ownFrom: number | null;
}

/** Reads the payload of a `session_meta` line; undefined when it names no thread. */
export function readSessionMeta(payload: JsonFields, at: string): SessionMeta | undefined {
  const thread = textOrNull(payload["id"]);
  if (thread === null) return undefined;
  const spawn = fieldsOf(fieldsOf(fieldsOf(payload["source"])["subagent"])["thread_spawn"]);
  const session = textOrNull(payload["session_id"]);
  const named = textOrNull(payload["parent_thread_id"]) ?? textOrNull(spawn["parent_thread_id"]);
  // A thread of another's session is a subagent, whoever made it.
  const parent = named ?? (session === thread ? null : session);
  const said = (key: string): string | null => textOrNull(payload[key]) ?? textOrNull(spawn[key]);
  const forkedFrom = textOrNull(payload["forked_from_id"]);
  const ownFrom = numberOrNull(payload["subagent_history_start_ordinal"]);
  return {
    thread,
    session: session ?? parent ?? thread,
    parent,
    agent: parent === null ? null : (said("agent_role") ?? "default"),
    path: said("agent_path"),
    nickname: said("agent_nickname"),
    cwd: textOrNull(payload["cwd"]) ?? "",
    codex: textOrNull(payload["cli_version"]),
    startedAt: isoTime(payload["timestamp"], at),
    at,
    generation: generationOf(payload["multi_agent_version"]),
    forkedFrom: parent === null ? forkedFrom : null,
    forkedBefore: numberOrNull(fieldsOf(payload["history_base"])["end_ordinal_exclusive"]),
    copies: parent !== null && (forkedFrom !== null || ownFrom !== null),
    ownFrom,
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** The generation of subagent tools behind Codex's word for it. */
export function generationOf(word: unknown): 1 | 2 | null {
  return word === "v1" ? 1 : word === "v2" ? 2 : null;
}
