import type { DoctorFacts } from "./facts.ts";
import { scopeWords } from "./scope-words.ts";

/** The command that brings back what is gone from this install. */
export function restoreCommand({ place }: DoctorFacts): string {
  return `baton install${scopeWords(place)} --restore`;
}
