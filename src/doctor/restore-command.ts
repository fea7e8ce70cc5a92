import type { DoctorFacts } from "./facts.ts";

/** The command that brings back what is gone from this install. */
export function restoreCommand({ place }: DoctorFacts): string {
  return place.scope === "user" ? "baton install --user --restore" : "baton install --restore";
}
