import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type JsonObject, objectOf, parseJson, textOf } from "./json-value.ts";

/** One line of a session file. */
interface SessionLine {
  readonly type: string;
  readonly payload: JsonObject;
}

/** One thread of Codex as its session file tells it. */
export interface Session {
  readonly file: string;
  readonly thread: string;
  /** The thread the tree of agents started from; its own for a root. */
  readonly rootThread: string;
  /** Empty for a root. */
  readonly parentThread: string;
  /** The custom agent; empty for a root. */
  readonly agentRole: string;
  readonly lines: readonly SessionLine[];
}

/** Reads every session under a `CODEX_HOME`, root and children, in the order they began. */
export async function readSessions(codexHome: string): Promise<readonly Session[]> {
  const root = join(codexHome, "sessions");
  const entries = await readdir(root, { recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.endsWith(".jsonl")).sort();
  return Promise.all(files.map((file) => readSession(join(root, file))));
}

async function readSession(file: string): Promise<Session> {
  const text = await readFile(file, "utf8");
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map(readLine);
  const meta = lines.find((line) => line.type === "session_meta")?.payload ?? {};
  return {
    file,
    thread: textOf(meta.id),
    rootThread: textOf(meta.session_id),
    parentThread: textOf(meta.parent_thread_id),
    agentRole: textOf(meta.agent_role),
    lines,
  };
}

function readLine(text: string): SessionLine {
  const line = objectOf(parseJson(text));
  return { type: textOf(line.type), payload: objectOf(line.payload) };
}
