import type { Diagnostic } from "../core/diagnostic.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks.ts";
import type { DoctorFacts } from "./facts.ts";

/** An area and how it stands. */
export interface Examined {
  readonly area: string;
  readonly state: "ok" | "warning" | "error" | "skipped";
  /** What holds, or why it was not checked; empty where findings say it. */
  readonly words: string;
  readonly findings: readonly Diagnostic[];
}

/** Runs every check over the facts, in the order in which one rests on another. */
export function examine(facts: DoctorFacts): Examined[] {
  return checks.map((check) => examineArea(check, facts));
}

function examineArea({ area, skip, check, sum }: Check, facts: DoctorFacts): Examined {
  const reason = skip(facts);
  if (reason !== undefined) return { area, state: "skipped", words: reason, findings: [] };
  const findings = check(facts);
  const has = (severity: Diagnostic["severity"]): boolean => findings.some((one) => one.severity === severity);
  if (has("error")) return { area, state: "error", words: "", findings };
  if (has("warning")) return { area, state: "warning", words: "", findings };
  return { area, state: "ok", words: sum(facts), findings };
}
