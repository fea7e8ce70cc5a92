import { randomUUID } from "node:crypto";
import type { JsonObject } from "./json-value.ts";

/** An output item of the Responses API, complete as it goes over the wire. */
export interface ResponseItem extends JsonObject {
  readonly type: string;
  readonly id: string;
}

/** A call of a tool; its output comes back under `call_id`. */
export interface CallItem extends ResponseItem {
  readonly call_id: string;
}

/** An assistant message of one text part. */
export function messageItem(text: string): ResponseItem {
  const content = [{ type: "output_text", text, annotations: [] }];
  return { type: "message", id: newId("msg"), role: "assistant", status: "completed", content };
}

/** A call of a function tool. */
export function functionCallItem(name: string, args: JsonObject, namespace?: string): CallItem {
  const call = {
    type: "function_call",
    id: newId("fc"),
    status: "completed",
    call_id: newId("call"),
  };
  const where = namespace === undefined ? {} : { namespace };
  return { ...call, name, ...where, arguments: JSON.stringify(args) };
}

/** A call of a custom tool, whose input is free text. */
export function customToolCallItem(name: string, input: string): CallItem {
  const call = {
    type: "custom_tool_call",
    id: newId("ctc"),
    status: "completed",
    call_id: newId("call"),
  };
  return { ...call, name, input };
}

/** An id for a response or an item; unique among servers too, for a thread may be resumed with another one. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll("-", "")}`;
}
