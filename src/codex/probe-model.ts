import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A model that says nothing, on the loopback: it is there for what it is asked. */
export interface ProbeModel {
  readonly url: string;
  /** The body of the first request. */
  readonly request: Promise<unknown>;
  readonly close: () => void;
}

/**
 * Starts it on a free port, under a path that nobody else on the machine knows.
 * @param translate applied to every text of the request
 */
export async function startProbeModel(translate: (text: string) => string): Promise<ProbeModel> {
  const path = `/${randomUUID()}`;
  let receive: (body: unknown) => void = () => undefined;
  const request = new Promise<unknown>((resolve) => {
    receive = resolve;
  });
  const server = createServer((incoming, response) => {
    if (incoming.method !== "POST" || incoming.url !== `${path}/responses`) return void response.writeHead(404).end();
    answer(incoming, response)
      .then((body) => receive(JSON.parse(body, (_, value) => (typeof value === "string" ? translate(value) : value))))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}${path}`, request, close };
}

/** An empty turn, as server-sent events. Source of the format: OpenAI, Responses API, streaming. */
async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<string> {
  const body = await text(incoming);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (type: string, fields: object): void =>
    void response.write(`event: ${type}\ndata: ${JSON.stringify({ type, response: { id: "probe", ...fields } })}\n\n`);
  send("response.created", {});
  send("response.completed", { usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 } });
  response.end();
  return body;
}
