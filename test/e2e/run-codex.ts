import { text } from "node:stream/consumers";
import type { CodexHome } from "./codex-home.ts";
import { killCodex, startCodex } from "./codex-process.ts";
import { type JsonObject, objectOf, parseJson, textOf } from "./json-value.ts";

/** What to run Codex with. */
export interface CodexExecOptions {
  readonly home: CodexHome;
  readonly cwd: string;
  readonly prompt: string;
  /** More arguments, before the prompt. */
  readonly args?: readonly string[];
  /** More environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default 60,000. */
  readonly timeoutMs?: number;
}

/** How a run of Codex went. */
export interface CodexRun {
  /** `null` when it was killed at the time limit. */
  readonly exitCode: number | null;
  /** The lines of `--json`. */
  readonly events: readonly JsonObject[];
  readonly stdout: string;
  readonly stderr: string;
  /** The last message of the root agent; empty when it said nothing. */
  readonly lastMessage: string;
  /** Empty when no thread started. */
  readonly threadId: string;
  readonly durationMs: number;
}

/** Runs `codex exec --json` to its end, or kills it with its process group at the time limit. */
export function codexExec(options: CodexExecOptions): Promise<CodexRun> {
  return runCodex(["exec", "--json", ...(options.args ?? []), "--", options.prompt], options);
}

/** Continues a thread with another prompt, as `codexExec` started it. */
export function codexResume(threadId: string, options: CodexExecOptions): Promise<CodexRun> {
  const { args = [], prompt } = options;
  return runCodex(["exec", "resume", "--json", ...args, "--", threadId, prompt], options);
}

/** Runs any command of Codex; events are read from the output lines that are JSON objects with a `type`. */
export async function runCodex(
  args: readonly string[],
  options: Omit<CodexExecOptions, "prompt" | "args">,
): Promise<CodexRun> {
  const startedAt = performance.now();
  const { home, cwd, env = {}, timeoutMs = 60_000 } = options;
  const codex = startCodex(args, { cwd, env: { ...home.env, ...env } });
  codex.stdin.end();
  const timer = setTimeout(() => killCodex(codex), timeoutMs);
  const closed = new Promise<number | null>((resolve, reject) => {
    codex.once("error", reject);
    codex.once("close", resolve);
  });
  const [exitCode, stdout, stderr] = await Promise.all([closed, text(codex.stdout), text(codex.stderr)]);
  clearTimeout(timer);
  const durationMs = Math.round(performance.now() - startedAt);
  const events = stdout
    .split("\n")
    .map((line) => objectOf(parseJson(line)))
    .filter((event) => "type" in event);
  return { exitCode, events, stdout, stderr, ...outcomeOf(events), durationMs };
}

function outcomeOf(events: readonly JsonObject[]): Pick<CodexRun, "lastMessage" | "threadId"> {
  const messages = events
    .filter((event) => event.type === "item.completed")
    .map((event) => objectOf(event.item))
    .filter((item) => item.type === "agent_message");
  const started = events.find((event) => event.type === "thread.started");
  return { lastMessage: textOf(messages.at(-1)?.text), threadId: textOf(started?.thread_id) };
}
