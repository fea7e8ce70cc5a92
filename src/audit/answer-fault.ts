import { agentNamed, type Contract } from "../contract/contract.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";

/** What is wrong with an answer as a whole: the one rule that it breaks. */
export interface AnswerFault {
  readonly code: "answer/breaks-schema" | "answer/prose-around" | "answer/tests-unexplained" | "answer/unknown-status";
  /** What is wrong, each as a clause: the first two, and how many more. */
  readonly words: string;
}

/** What is wrong with an answer; undefined for one that its contract has no fault to find with. */
export function answerFault(verdict: Verdict, contract: Contract): AnswerFault | undefined {
  const errors = verdict.findings.filter((finding) => finding.severity === "error");
  const [first] = errors;
  if (verdict.valid || first === undefined) return isUnexplained(verdict) ? blankReason : undefined;
  if (errors.every(isProse)) return { code: "answer/prose-around", words: plainWords(errors) };
  const decides = agentNamed(contract, verdict.agent)?.decides;
  const status = `/${decides?.replaceAll(".", "/")}`;
  if (errors.every(({ code, where }) => code === "response/unknown-value" && where.pointer === status))
    return { code: "answer/unknown-status", words: plainWords(errors) };
  if (errors.every(isAboutReason) && isUnexplained(verdict))
    return { code: "answer/tests-unexplained", words: plainWords(errors) };
  return { code: "answer/breaks-schema", words: words(errors, ({ code, message }) => `${code}: ${message}`) };
}

/** Schemas cannot tell a reason from white space. */
const blankReason: AnswerFault = {
  code: "answer/tests-unexplained",
  words: '"e2eAbsenceReason" is blank when "generatedFiles.e2e" is null',
};

function isProse({ code }: Diagnostic): boolean {
  return code === "response/leading-prose" || code === "response/trailing-prose";
}

function isAboutReason({ where, message }: Diagnostic): boolean {
  return where.pointer === "/e2eAbsenceReason" || message.startsWith('"e2eAbsenceReason" is missing');
}

function isUnexplained({ answer }: Verdict): boolean {
  const reason = fieldOf(answer, "e2eAbsenceReason");
  const isReason = typeof reason === "string" && reason.trim() !== "";
  return fieldOf(answer, "generatedFiles.e2e") === null && !isReason;
}

function plainWords(errors: readonly Diagnostic[]): string {
  return words(errors, ({ message }) => message);
}

function words(errors: readonly Diagnostic[], say: (error: Diagnostic) => string): string {
  const more = errors.length > 2 ? [`${errors.length - 2} more`] : [];
  return [...errors.slice(0, 2).map(say), ...more].join("; ");
}
