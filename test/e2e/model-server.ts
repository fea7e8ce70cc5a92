import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { objectOf, objectsOf, parseJson } from "./json-value.ts";
import { type ModelRequest, readModelRequest, readSender } from "./model-request.ts";
import type { ModelScript } from "./model-script.ts";
import { type Reply, ScriptPlayer } from "./script-player.ts";
import { SpawnBook } from "./spawn-book.ts";
import { streamReply } from "./sse.ts";

/** A request together with how the script answered it. */
interface RecordedRequest extends ModelRequest {
  readonly actor: string | undefined;
  readonly reply: Reply;
}

/** A running model server. `requests` and `problems` grow while Codex runs. */
export interface ModelServer {
  /** The base address for a model provider, on the loopback. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** What the script did not provide for, one sentence each; a test that passes has none. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback that speaks the Responses API and plays the script. */
export async function startModelServer(script: ModelScript): Promise<ModelServer> {
  const requests: RecordedRequest[] = [];
  const problems: string[] = [];
  const book = new SpawnBook();
  const player = new ScriptPlayer(script, book);

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = objectOf(parseJson(await readBody(incoming)));
    const path = (incoming.url ?? "").replace(/\?.*$/, "");
    if (path.endsWith("/models")) return sendJson(response, 200, { models: [], data: [], object: "list" });
    if (!path.endsWith("/responses")) {
      problems.push(`no answer to ${incoming.method} ${path}`);
      return sendError(response, 404, "not served");
    }
    const input = objectsOf(body.input);
    const sender = readSender(incoming.headers, body);
    book.learn(sender.thread, input);
    const spawned = sender.isSubagent ? await book.spawnOf(sender) : undefined;
    const turn = requests.filter((earlier) => earlier.thread === sender.thread).length;
    const answers = book.answersIn(sender.thread, input);
    const request = readModelRequest(incoming.headers, body, {
      turn,
      agentType: spawned?.agent,
      task: spawned?.taskName,
      answers,
    });
    const { actor, reply, problem } = player.play(request);
    requests.push({ ...request, actor, reply });
    if (problem !== undefined) problems.push(problem);
    if ("parts" in reply) await streamReply(response, reply.parts);
    else sendError(response, reply.status, reply.message);
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      problems.push(`the model server failed: ${String(error)}`);
      if (!response.headersSent) sendError(response, 500, String(error));
      else response.destroy();
    });
  });
  server.on("upgrade", (_incoming, socket) => socket.end("HTTP/1.1 426 Upgrade Required\r\n\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    problems,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const raw = await buffer(incoming);
  const encoding = incoming.headers["content-encoding"];
  if (encoding === "gzip") return gunzipSync(raw).toString("utf8");
  if (encoding === "zstd") return zstdDecompressSync(raw).toString("utf8");
  return raw.toString("utf8");
}

function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { message } });
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}
