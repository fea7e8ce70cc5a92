import { hash } from "node:crypto";

/** SHA-256 (hex) that ties a run's stored state to the end of its chain: rows changed by hand no longer fit it. */
export function sealOf(head: string, run: string, steps: readonly string[]): string {
  return hash("sha256", [head, run, ...steps].join("\n"));
}
