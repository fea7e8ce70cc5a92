import { type JsonObject, objectsOf, textOf } from "./json-value.ts";

/** The output of a tool call, as the model gets to read it. */
export interface ToolOutput {
  readonly callId: string;
  readonly name: string;
  readonly text: string;
}

/** A message between agents (second generation). */
export interface AgentMessage {
  /** Codex's word: `NEW_TASK`, `MESSAGE`, `FINAL_ANSWER`. */
  readonly kind: string;
  readonly author: string;
  readonly recipient: string;
  readonly payload: string;
}

/** The text of each part of the messages of one role, in order. */
export function messageTextsOf(input: readonly JsonObject[], role: string): readonly string[] {
  return input
    .filter((item) => item.type === "message" && item.role === role)
    .flatMap((item) =>
      typeof item.content === "string" ? [item.content] : objectsOf(item.content).map((part) => textOf(part.text)),
    );
}

/** The outputs of the tool calls, in order, each with the name of the tool that was called. */
export function toolOutputsOf(input: readonly JsonObject[]): readonly ToolOutput[] {
  const named = input.filter((item) => item.call_id !== undefined && item.name !== undefined);
  const names = new Map(named.map((item) => [textOf(item.call_id), textOf(item.name)]));
  return input.filter(isToolOutput).map((item) => {
    const callId = textOf(item.call_id);
    return { callId, name: names.get(callId) ?? "", text: outputTextOf(item) };
  });
}

/** Whether the item is what a tool call gave back. */
export function isToolOutput(item: JsonObject): boolean {
  return textOf(item.type).endsWith("_output");
}

/** The text of a tool output item: its string, or its parts joined by line ends. */
export function outputTextOf(item: JsonObject): string {
  const output = item.output;
  if (typeof output === "string") return output;
  return objectsOf(output)
    .map((part) => textOf(part.text))
    .join("\n");
}

/** Reads an `agent_message` item; `undefined` for any other. An encrypted part counts as its payload. */
export function agentMessageOf(item: JsonObject): AgentMessage | undefined {
  if (item.type !== "agent_message") return undefined;
  const text = objectsOf(item.content)
    .map((part) => textOf(part.text) || textOf(part.encrypted_content))
    .join("");
  const mark = "\nPayload:\n";
  const [, kind = ""] = /^Message Type: (\S+)$/m.exec(text) ?? [];
  const payload = text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : text;
  return { kind, author: textOf(item.author), recipient: textOf(item.recipient), payload };
}
