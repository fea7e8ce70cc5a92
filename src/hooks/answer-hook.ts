import { dirname } from "node:path";
import { Failure } from "../core/failure.ts";
import { loadProjectRules, type ProjectRules } from "../pack/project-rules.ts";
import { openRuns, type Runs } from "../run/open-runs.ts";
import { locateStore } from "../run/store/locate-store.ts";
import { onPrompt } from "./events/on-prompt.ts";
import { onSessionStart } from "./events/on-session-start.ts";
import { onStop } from "./events/on-stop.ts";
import { onSubagentStart } from "./events/on-subagent-start.ts";
import { onSubagentStop } from "./events/on-subagent-stop.ts";
import { onToolCall } from "./events/on-tool-call.ts";
import { onToolDone } from "./events/on-tool-done.ts";
import type { Hook } from "./hook.ts";
import { logTrouble } from "./hook-log.ts";
import type { HookOutput } from "./hook-output.ts";
import { readHookPayload } from "./read-payload.ts";
import { isLetGo } from "./session/let-go.ts";
import { readMarker } from "./session/session-marker.ts";

/** What a hook needs of the world. */
export interface HookWorld {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => string;
}

const handlers: Readonly<Record<string, (hook: Hook) => Promise<HookOutput | undefined>>> = {
  UserPromptSubmit: onPrompt,
  SessionStart: onSessionStart,
  PreToolUse: onToolCall,
  PostToolUse: onToolDone,
  SubagentStart: onSubagentStart,
  SubagentStop: onSubagentStop,
  Stop: onStop,
};

/**
 * Answers an event of Codex's: the text for standard output, empty where there is nothing to say. Never throws: whatever
 * goes wrong, Codex goes on as if there were no hook, and the project's log has a record.
 */
export async function answerHook(event: string, stdin: string, world: HookWorld): Promise<string> {
  const { env, now } = world;
  let root = rootOf(world.cwd);
  let session: string | null = null;
  let runs: Runs | undefined;
  const trouble = (error: unknown): void => {
    if (root !== undefined) logTrouble(root, { at: now(), event, session, error: wordsOf(error) });
  };
  try {
    const handler = handlers[event];
    const payload = readHookPayload(stdin);
    if (payload === undefined) throw new Error("the payload on standard input is not one of a hook");
    if (handler === undefined) return "";
    session = payload.session;
    const place = locateStore(payload.cwd);
    root = dirname(dirname(place.file));
    let rules: Promise<ProjectRules> | undefined;
    const hook: Hook = {
      payload,
      root,
      checkout: place.checkout,
      at: now(),
      marker: readMarker(root, session),
      rules: () => {
        rules ??= loadProjectRules(payload.cwd, env);
        return rules;
      },
      runs: () => {
        runs ??= openRuns(payload.cwd, true);
        return runs;
      },
      trouble,
    };
    if (await isLetGo(hook, env)) return "";
    const output = await handler(hook);
    return output === undefined ? "" : `${JSON.stringify(output)}\n`;
  } catch (error) {
    trouble(error);
    return "";
  } finally {
    await runs?.context.store.close().catch(trouble);
  }
}

function rootOf(cwd: string): string | undefined {
  try {
    return dirname(dirname(locateStore(cwd).file));
  } catch {
    return undefined;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Failure) return `${error.message} [${error.code}]`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
