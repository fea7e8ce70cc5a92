import type { Diagnostic } from "../core/diagnostic.ts";
import type { DoctorFacts } from "./facts.ts";

/** One area of what has to be in force. Pure over the facts. */
export interface Check {
  readonly area: string;
  /** Why it is not checked; undefined when it is. */
  readonly skip: (facts: DoctorFacts) => string | undefined;
  readonly check: (facts: DoctorFacts) => readonly Diagnostic[];
  /** What holds, in a few words, where nothing is wrong. */
  readonly sum: (facts: DoctorFacts) => string;
}
