import { limits } from "../cap-text.ts";
import type { Refusal } from "../refusal.ts";

/** Says that a run's state would be larger than it may be; JSON cannot be cut like a text. */
export function sizeRefusal(size: number): Refusal | undefined {
  if (size <= limits.stateSize) return undefined;
  return {
    code: "run/too-large",
    message: `the state would have ${size} characters, more than the ${limits.stateSize} allowed`,
    hint: "keep large things in files and their paths in the state; null deletes a key",
  };
}
