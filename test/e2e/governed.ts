import { runBaton } from "./install-baton.ts";
import type { JsonObject } from "./json-value.ts";
import type { Play } from "./plays/play.ts";
import { sessionProject } from "./plays/session-expiry.ts";
import { stage } from "./plays/stage.ts";
import type { CodexRun } from "./run-codex.ts";
import { trustHooks } from "./trust-hooks.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

/** A play put on with Baton's hooks trusted and in force. */
export interface Governed {
  readonly bench: Workbench;
  /** Codex's runs, one for each message of the person's. */
  readonly turns: readonly CodexRun[];
  /** What hooks stopped in the orchestrator's thread, by the rule's code, in order. */
  readonly stoppedInRoot: readonly string[];
  /** The same in the subagents' threads, by the subagent's type. */
  readonly stoppedInChildren: Readonly<Record<string, readonly string[]>>;
  /** `baton …` in the repository, with `--json`; what it printed. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
  readonly baton: (...words: string[]) => Promise<any>;
}

export interface GovernedOptions {
  readonly model: string;
  readonly play: Play;
  /** Files that lie in the repository, uncommitted, when the person begins. */
  readonly untracked?: Readonly<Record<string, string>>;
  readonly tables?: string;
}

/** Installs Baton in a fresh repository, has Codex trust its hooks, and puts a play on there. */
export async function playGoverned({ model, play, untracked, tables }: GovernedOptions): Promise<Governed> {
  const { script, messages } = stage(play);
  const bench = await setUpWorkbench({ model, files: sessionProject, script, ...(tables && { tables }) });
  const { repository, home } = bench;
  await runBaton(repository.root, home.env, "install", "--yes");
  await repository.git("add", "--all");
  await repository.git("commit", "--quiet", "--message", "Install Baton");
  await trustHooks(bench);
  await repository.write(untracked ?? {});
  const turns: CodexRun[] = [];
  for (const { text, commands } of messages) {
    for (const words of commands) await runBaton(repository.root, home.env, ...words);
    const [first] = turns;
    turns.push(first === undefined ? await bench.exec(text) : await bench.resume(first.threadId, text));
  }
  return {
    bench,
    turns,
    ...stops(bench),
    baton: async (...words) => JSON.parse(await runBaton(repository.root, home.env, ...words, "--json")),
  };
}

function stops(bench: Workbench): Pick<Governed, "stoppedInRoot" | "stoppedInChildren"> {
  const last = new Map(bench.model.requests.map((request) => [request.thread, request]));
  const threads = [...last.values()];
  const children = threads.filter((request) => request.isSubagent);
  const stopped = children.map((request) => [request.agentType ?? "", codesIn(request.input)] as const);
  return {
    stoppedInRoot: threads.filter((request) => !request.isSubagent).flatMap((request) => codesIn(request.input)),
    stoppedInChildren: Object.fromEntries(stopped.filter(([, codes]) => codes.length > 0)),
  };
}

/** The reasons a model has read: those of hooks that denied a call, and those that sent a turn on. */
function codesIn(input: readonly JsonObject[]): string[] {
  return input.flatMap((item) => {
    const { role, type } = item;
    const text = JSON.stringify(item);
    const isReason = role === "user" ? text.includes("<hook_prompt") : String(type).endsWith("_output");
    if (!isReason) return [];
    if (text.includes("Leave .baton alone")) return ["(.baton)"];
    if (text.includes("is a person's command")) return ["(person)"];
    return [...text.matchAll(/Baton: .*?\[([a-z]+\/[a-z-]+)\]/g)].map(([, code = ""]) => code);
  });
}
