import { closedList, didYouMean } from "../../core/suggest.ts";
import type { Refusal } from "../refusal.ts";
import type { Step } from "../step.ts";

/** Says that a run has no such step, and which it has. */
export function unknownStep(key: string, steps: readonly Step[]): Refusal {
  const keys = steps.map((step) => step.key);
  const has = keys.length === 0 ? "which was opened without steps" : `which has ${closedList(keys)}`;
  const hint = didYouMean(key, keys);
  return {
    code: "run/unknown-step",
    message: `"${key}" is not a step of the run, ${has}`,
    ...(hint === undefined ? {} : { hint }),
  };
}
