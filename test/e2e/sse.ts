import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "./json-value.ts";
import { newId, type ResponseItem } from "./response-items.ts";

/** A part of a streamed reply: an item, or silence. */
export type ReplyPart = { readonly item: ResponseItem } | { readonly pauseMs: number };

/** Streams a reply as the server-sent events of the Responses API; stops early when Codex hangs up. */
export async function streamReply(response: ServerResponse, parts: readonly ReplyPart[]): Promise<void> {
  const id = newId("resp");
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  send(response, "response.created", { response: { id } });
  let index = 0;
  for (const part of parts) {
    if ("pauseMs" in part) await pauseWhileOpen(response, part.pauseMs);
    else sendItem(response, index++, part.item);
    if (response.destroyed) return;
  }
  send(response, "response.completed", { response: { id, usage: USAGE } });
  response.end();
}

const USAGE = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 10,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 110,
};

function sendItem(response: ServerResponse, index: number, item: ResponseItem): void {
  const begun = item.type === "message" ? { ...item, content: [] } : item;
  send(response, "response.output_item.added", { output_index: index, item: begun });
  send(response, "response.output_item.done", { output_index: index, item });
}

function send(response: ServerResponse, type: string, fields: JsonObject): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`);
}

async function pauseWhileOpen(response: ServerResponse, ms: number): Promise<void> {
  const closed = new AbortController();
  const abort = () => closed.abort();
  response.once("close", abort);
  await sleep(ms, undefined, { signal: closed.signal }).catch(() => undefined);
  response.off("close", abort);
}
