import type { PlaceFacts } from "./facts.ts";

/** The root that Codex wants trusted, as it names it itself where it does. */
export function projectToTrust(reason: string, { trustRoot }: PlaceFacts): string {
  return /add (.+) as a trusted project in /.exec(reason)?.[1] ?? trustRoot;
}
