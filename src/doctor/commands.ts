import type { DoctorFacts } from "./facts.ts";

/** The command that brings back what is gone from this install. */
export function restoreCommand({ place }: DoctorFacts): string {
  return place.scope === "user" ? "baton install --user --restore" : "baton install --restore";
}

/** A table for config.toml, indented to be read and copied. */
export function tomlLines(...lines: readonly string[]): string {
  return lines.map((line) => `\n    ${line}`).join("");
}

/** A basic TOML string. JSON's escapes are TOML's, but for DEL. */
export function tomlString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}
