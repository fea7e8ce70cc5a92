import { decodeUtf8 } from "../core/decode-utf8.ts";

declare const bytes: unique symbol;

/**
 * A file's bytes, one character a byte. Line tools work on it as on text, and whatever the encoding was, nothing of the
 * file is lost on the way back.
 */
export type Content = string & { readonly [bytes]: true };

/** The bytes of a text in UTF-8. */
export function contentOf(text: string): Content {
  return fromBytes(Buffer.from(text, "utf8"));
}

/** The text these bytes are in UTF-8, a byte order mark included; undefined when they are something else. */
export function textOf(content: Content): string | undefined {
  return decodeUtf8(toBytes(content));
}

/** The same text for showing, with replacement characters where it is not UTF-8. */
export function shownText(content: Content): string {
  return toBytes(content).toString("utf8");
}

export function fromBytes(buffer: Buffer): Content {
  return buffer.toString("latin1") as Content;
}

export function toBytes(content: Content): Buffer {
  return Buffer.from(content, "latin1");
}
