import { type Content, toBytes } from "./content.ts";
import { withUnixLineEnds } from "./line-ends.ts";

const known = new Map<Content, string>();

/** SHA-256 of a file with LF line ends, in hex: two files with the same one differ in nothing a person wrote. */
export function fingerprint(content: Content): string {
  const found = known.get(content);
  if (found !== undefined) return found;
  // Loaded here, because it takes milliseconds that an install of known files does not need.
  const { hash } = process.getBuiltinModule("node:crypto");
  return hash("sha256", toBytes(withUnixLineEnds(content)), "hex");
}

/** Tells the fingerprint of a content, taken when the program was built, so that it need not be taken again. */
export function knowFingerprint(content: Content, itsFingerprint: string): void {
  known.set(content, itsFingerprint);
}

/** Whether two files are the same but for their line ends. */
export function sameText(one: Content, other: Content): boolean {
  return one === other || withUnixLineEnds(one) === withUnixLineEnds(other);
}
