import { type Answer, attempt } from "./answer.ts";
import type { AppServer } from "./app-server.ts";
import type { CodexAnswers } from "./codex-answers.ts";
import { readConfigAnswer } from "./config-answer.ts";
import { readHooksAnswer } from "./hooks-answer.ts";
import { readSkillsAnswer } from "./skills-answer.ts";

/** What Codex says without a session: its version, its warnings, and its lists for one directory. */
export type CodexLists = Pick<CodexAnswers, "version" | "warnings" | "config" | "skills" | "hooks">;

/** Asks a Codex that was greeted for everything it lists. */
export async function askLists(codex: AppServer, cwd: string): Promise<CodexLists> {
  const ask = <T>(method: string, params: object, read: (result: unknown) => T): Promise<Answer<T>> =>
    attempt(async () => understood(method, read, await codex.call(method, params)));
  const [config, skills, hooks] = await Promise.all([
    ask("config/read", { cwd, includeLayers: true }, readConfigAnswer),
    ask("skills/list", { cwds: [cwd] }, readSkillsAnswer),
    ask("hooks/list", { cwds: [cwd] }, readHooksAnswer),
  ]);
  return { version: versionOf(codex.greeting), warnings: warningsOf(codex), config, skills, hooks };
}

/** What this Codex says in a form nobody knows is no answer. @throws Error */
export function understood<T>(method: string, read: (result: unknown) => T, result: unknown): T {
  try {
    return read(result);
  } catch (error) {
    throw new Error(`its answer to ${method} is not understood`, { cause: error });
  }
}

/** `baton_doctor/0.169.0 (Debian …)`. */
function versionOf(greeting: unknown): string {
  const { userAgent } = (greeting ?? {}) as { userAgent?: unknown };
  return /\/(\d+\.\d+\.\d+\S*)/.exec(String(userAgent))?.[1] ?? "unknown";
}

function warningsOf(codex: AppServer): string[] {
  return codex.notifications.flatMap(({ method, params }) => {
    if (method !== "configWarning") return [];
    const { summary, details } = (params ?? {}) as { summary?: unknown; details?: unknown };
    return [[summary, details].filter((text) => typeof text === "string").join("\n")];
  });
}
