import { setTimeout as sleep } from "node:timers/promises";
import { type AppServer, startAppServer } from "../../test/e2e/app-server.ts";
import type { CodexHome } from "../../test/e2e/codex-home.ts";
import { type JsonObject, objectOf, textOf } from "../../test/e2e/json-value.ts";
import type { Message } from "../../test/e2e/plays/stage.ts";
import { codexExec, codexResume } from "../../test/e2e/run-codex.ts";

/** Where and how Codex runs while a person talks to it. */
export interface Conversation {
  readonly home: CodexHome;
  readonly cwd: string;
  readonly messages: readonly Message[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Runs a baton command of the person's. */
  readonly baton: (words: readonly string[]) => Promise<unknown>;
  /** Throws when something has gone wrong so far. */
  readonly check: () => void;
}

/**
 * Gives Codex a person's messages, one a turn. Who only writes when a turn has ended does so by `codex exec` and its
 * `resume`; who interrupts has a conversation that stays open, as in Codex's own terminal.
 */
export async function converse(conversation: Conversation): Promise<void> {
  const interrupts = conversation.messages.some(({ interjections }) => interjections.length > 0);
  await (interrupts ? byAppServer(conversation) : byExec(conversation));
}

async function byExec({ home, cwd, messages, args, env, baton, check }: Conversation): Promise<void> {
  let threadId = "";
  for (const message of messages) {
    for (const words of message.commands) await baton(words);
    const options = {
      home,
      cwd,
      prompt: message.text,
      args: [...args, ...message.args],
      env: { ...env, ...message.env },
      timeoutMs: 120_000,
    };
    const run = await (threadId === "" ? codexExec(options) : codexResume(threadId, options));
    check();
    if (run.exitCode !== 0) throw new Error(`codex ended with ${run.exitCode}: ${run.stderr}`);
    threadId ||= run.threadId;
  }
}

async function byAppServer({ home, cwd, messages, check }: Conversation): Promise<void> {
  const server = await startAppServer({ home, cwd });
  try {
    const threadId = idIn(await server.call("thread/start", { cwd }), "thread");
    for (const { text, interjections } of messages) {
      const turnId = idIn(await server.call("turn/start", { threadId, input: words(text) }), "turn");
      for (const interjection of interjections) {
        await sleep(interjection.afterMs);
        await server.call("turn/steer", { threadId, expectedTurnId: turnId, input: words(interjection.text) });
      }
      await untilEnded(server, turnId);
      check();
    }
    // What Codex says last it writes a moment later.
    await sleep(500);
  } finally {
    await server.close();
  }
}

function words(text: string): JsonObject[] {
  return [{ type: "text", text }];
}

function idIn(result: JsonObject, what: string): string {
  return textOf(objectOf(result[what]).id);
}

async function untilEnded(server: AppServer, turnId: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    const hasEnded = server.notifications.some(
      ({ method, params }) => method === "turn/completed" && idIn(params, "turn") === turnId,
    );
    if (hasEnded) return;
    await sleep(50);
  }
  throw new Error("the turn did not end within a minute");
}
