import type { PlaceFacts } from "./facts.ts";

/** The words, with a blank before, that make another command work in the install that was looked at. */
export function scopeWords({ scope }: Pick<PlaceFacts, "scope">): string {
  return scope === "user" ? " --user" : "";
}
