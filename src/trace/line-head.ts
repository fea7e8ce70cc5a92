/** What the first bytes of a session file's line say, without parsing it. */
export interface LineHead {
  /** The line's time as Codex wrote it; empty when the line does not begin as Codex's lines do. */
  readonly at: string;
  /** The line's place in the session's history; null where it has none. */
  readonly ordinal: number | null;
  /** `session_meta`, `response_item`, `event_msg`, …; empty when the line does not begin as Codex's lines do. */
  readonly type: string;
  /** The payload's own type; empty where it has none. */
  readonly kind: string;
  /** What comes after that. */
  readonly rest: string;
}

/** How many bytes of a line a head is read from. Everything looked for stands within, in every line Codex 0.169 writes. */
export const headBytes = 400;

const start =
  /^\{"timestamp":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)",(?:"ordinal":(\d{1,15}),)?"type":"([a-z_]{1,60})","payload":\{(?:"type":"([A-Za-z_]{1,60})",?)?/;

/**
 * Reads a line's head. Codex writes its keys in a fixed order and JSON escapes every quote inside a text, so that nothing
 * a person, a model or a tool wrote can pass for one: the pattern holds from the first byte on.
 */
export function readHead(text: string): LineHead {
  const found = start.exec(text);
  if (found === null) return { at: "", ordinal: null, type: "", kind: "", rest: "" };
  const [whole, at = "", ordinal, type = "", kind = ""] = found;
  return { at, ordinal: ordinal === undefined ? null : Number(ordinal), type, kind, rest: text.slice(whole.length) };
}

const role = /^(?:"(?:id|status)":"[^"\\]*",)*"role":"(\w+)"/;
const name = /^(?:"(?:call_id|id|status)":"[^"\\]*",)*"name":"([^"\\]*)"/;
const output = /^(?:"(?:id|status)":"[^"\\]*",)*"call_id":"([^"\\]*)","output":(.*)$/s;
const item = /^"thread_id":"[^"\\]*","turn_id":"[^"\\]*","item":\{"type":"(\w+)"/;

/** Whose message it is; undefined when that is not said within the head. */
export const roleOf = (head: LineHead): string | undefined => role.exec(head.rest)?.[1];

/** Which tool is called; undefined when that is not said within the head. */
export const toolOf = (head: LineHead): string | undefined => name.exec(head.rest)?.[1];

/** Which item was completed; undefined when that is not said within the head. */
export const itemOf = (head: LineHead): string | undefined => item.exec(head.rest)?.[1];

/** Which call a tool's output answers, and how the output begins, as JSON; undefined when that is not said within the head. */
export function outputOf(head: LineHead): { readonly call: string; readonly begins: string } | undefined {
  const found = output.exec(head.rest);
  return found === null ? undefined : { call: found[1] ?? "", begins: found[2] ?? "" };
}

const call = /,"call_id":"([^"\\]*)"/;
const edgeBytes = 400;

/** The id of a tool's call, which stands before its arguments or after them; undefined when it is at neither end of the line. */
export function callIn(line: Buffer): string | undefined {
  const before = call.exec(line.toString("latin1", 0, edgeBytes));
  return (before ?? call.exec(line.toString("latin1", Math.max(0, line.length - edgeBytes))))?.[1];
}
