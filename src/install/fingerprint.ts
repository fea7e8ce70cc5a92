import { createHash } from "node:crypto";
import type { Content } from "./content.ts";
import { withUnixLineEnds } from "./line-ends.ts";

/** SHA-256 of a file with LF line ends, in hex: two files with the same one differ in nothing a person wrote. */
export function fingerprint(content: Content): string {
  return createHash("sha256").update(withUnixLineEnds(content), "latin1").digest("hex");
}

/** Whether two files are the same but for their line ends. */
export function sameText(one: Content, other: Content): boolean {
  return one === other || withUnixLineEnds(one) === withUnixLineEnds(other);
}
