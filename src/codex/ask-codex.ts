import * as z from "zod/mini";
import { type Answer, answered, attempt } from "./answer.ts";
import { type AppServer, startAppServer } from "./app-server.ts";
import { askLists, understood } from "./ask-lists.ts";
import type { CodexAnswers, SessionAnswer } from "./codex-answers.ts";
import { mirrorHome } from "./home-mirror.ts";
import { isolatedArguments, isolatedEnvironment, isolatedThread } from "./isolation.ts";
import { offeredRoles } from "./offered-roles.ts";
import { type ProbeModel, startProbeModel } from "./probe-model.ts";
import { readServerAnswer, readServerStartup, type ServerAnswer } from "./server-answer.ts";
import { readSkillListing } from "./skill-listing.ts";

export interface CodexQuestion {
  /** The program to ask. */
  readonly command: string;
  /** The directory a session would be started in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's `CODEX_HOME`; it is read and never written. */
  readonly codexHome: string;
  /** The MCP server to start for a look at it. */
  readonly server: string;
  /** Ends everything at once; questions that are open get no answer. */
  readonly signal: AbortSignal;
}

/**
 * Asks a Codex what is in force, through its app-server: its lists, and one turn against a model on the loopback whose
 * request names the roles and skills a session has. No hook, no other MCP server and no other model is started or
 * called, and nothing but a temporary directory is written.
 * @throws Error when Codex does not start as an app-server
 */
export async function askCodex(question: CodexQuestion): Promise<CodexAnswers> {
  const { cwd, codexHome, signal } = question;
  const mirror = mirrorHome(codexHome);
  const starting = startAppServer({
    command: question.command,
    args: isolatedArguments(mirror.path),
    cwd,
    env: isolatedEnvironment(question.env, mirror.path),
    signal,
    translate: mirror.toReal,
  });
  const listening = startProbeModel(mirror.toReal);
  try {
    // In a sandbox without a network nobody can listen: then only the session stays unknown.
    const [server, model] = await Promise.all([starting, attempt(() => listening)]);
    return await converse(server, model, question);
  } finally {
    const [server, model] = await Promise.allSettled([starting, listening]);
    if (server.status === "fulfilled") await server.value.close();
    if (model.status === "fulfilled") model.value.close();
    mirror.remove();
  }
}

async function converse(
  codex: AppServer,
  model: Answer<ProbeModel>,
  { cwd, server }: CodexQuestion,
): Promise<CodexAnswers> {
  const lists = await askLists(codex, cwd);
  const { config } = lists;
  // Without knowing which MCP servers there are, none of them can be kept from starting.
  if (!config.ok) return { ...lists, session: config, server: undefined };
  const names = config.value.servers.map(({ name }) => name);
  const thread = (started?: string): object => isolatedThread(cwd, answered(model)?.url ?? nowhere, names, started);
  const isEnabled = config.value.servers.some(({ name, enabled }) => name === server && enabled);
  const [session, started] = await Promise.all([
    model.ok ? attempt(() => askSession(codex, model.value, thread())) : model,
    isEnabled ? attempt(() => askServer(codex, server, thread(server))) : undefined,
  ]);
  return { ...lists, session, server: started };
}

/** Nothing listens there. */
const nowhere = "http://127.0.0.1:9";

const startedThread = z.object({ thread: z.object({ id: z.string() }) });

async function startThread(codex: AppServer, parameters: object): Promise<string> {
  const result = await codex.call("thread/start", parameters);
  return understood("thread/start", (value) => z.parse(startedThread, value).thread.id, result);
}

async function askSession(codex: AppServer, model: ProbeModel, parameters: object): Promise<SessionAnswer> {
  const threadId = await startThread(codex, parameters);
  await codex.call("turn/start", { threadId, input: [{ type: "text", text: "probe" }] });
  // The turn may also end without a request, when Codex finds something wrong.
  const ended = codex.next(({ method, params }) => method === "turn/completed" && threadOf(params) === threadId);
  const request = await Promise.race([model.request, ended.then(() => undefined)]);
  if (request === undefined) throw new Error("its session asked the model nothing");
  await ended;
  return { roles: offeredRoles(request), listing: readSkillListing(request) };
}

async function askServer(codex: AppServer, name: string, parameters: object): Promise<ServerAnswer> {
  const threadId = await startThread(codex, parameters);
  const settled = await codex.next(({ method, params }) => {
    if (method !== "mcpServer/startupStatus/updated") return false;
    const startup = readServerStartup(params);
    return startup?.threadId === threadId && startup.name === name && startup.status !== "starting";
  });
  const startup = readServerStartup(settled.params);
  if (startup?.status !== "ready") return { running: false, error: startup?.error ?? "it did not start" };
  const list = await codex.call("mcpServerStatus/list", { threadId });
  return understood("mcpServerStatus/list", (value) => readServerAnswer(value, name), list);
}

function threadOf(params: unknown): unknown {
  return (params as { threadId?: unknown } | null)?.threadId;
}
