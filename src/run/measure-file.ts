import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./sha256.ts";

/** SHA-256 (hex) of a file of a checkout; null when there is none that can be read. */
export function measureFile(checkout: string, path: string): string | null {
  try {
    return sha256(readFileSync(join(checkout, path)));
  } catch {
    return null;
  }
}
