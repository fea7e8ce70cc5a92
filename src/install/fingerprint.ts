import { type Content, toBytes } from "./content.ts";
import { withUnixLineEnds } from "./line-ends.ts";

/** By length, because a map of contents would read each to its end. */
const known = new Map<number, { readonly content: Content; readonly fingerprint: string }[]>();

/** SHA-256 of a file with LF line ends, in hex: two files with the same one differ in nothing a person wrote. */
export function fingerprint(content: Content): string {
  const found = known.get(content.length)?.find((one) => one.content === content);
  if (found !== undefined) return found.fingerprint;
  // Loaded here, because it takes milliseconds that an install of known files does not need.
  const { hash } = process.getBuiltinModule("node:crypto");
  return hash("sha256", toBytes(withUnixLineEnds(content)), "hex");
}

/** Tells the fingerprint of a content, taken when the program was built, so that it need not be taken again. */
export function knowFingerprint(content: Content, itsFingerprint: string): void {
  const same = known.get(content.length) ?? [];
  if (same.every((one) => one.content !== content))
    known.set(content.length, [...same, { content, fingerprint: itsFingerprint }]);
}

/** Whether two files are the same but for their line ends. */
export function sameText(one: Content, other: Content): boolean {
  return one === other || withUnixLineEnds(one) === withUnixLineEnds(other);
}
