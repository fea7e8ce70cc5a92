import { type Answer, answered } from "../codex/answer.ts";
import type { CodexAnswers } from "../codex/codex-answers.ts";
import type { DoctorFacts } from "./facts.ts";

/** What Codex answered; undefined when there is none to ask. */
export function answersOf({ codex }: DoctorFacts): CodexAnswers | undefined {
  return codex.state === "answered" ? codex.answers : undefined;
}

/** One answer's value; undefined when there is none. */
export function answerTo<T>(
  facts: DoctorFacts,
  question: (answers: CodexAnswers) => Answer<T> | undefined,
): T | undefined {
  const answers = answersOf(facts);
  const answer = answers && question(answers);
  return answer && answered(answer);
}

/** Why a question could not be put, or was not answered; undefined when it was. */
export function unanswered(
  facts: DoctorFacts,
  question: (answers: CodexAnswers) => Answer<unknown> | undefined,
): string | undefined {
  const answers = answersOf(facts);
  if (answers === undefined) return "Codex could not be asked";
  if (brokenConfig(answers) !== undefined) return "Codex does not start with this configuration";
  const answer = question(answers);
  return answer?.ok === false ? `Codex gave no answer: ${answer.why}` : undefined;
}

/** Why what only a trusted project has is not looked at; undefined when it is. */
export function notLoaded(facts: DoctorFacts): string | undefined {
  return distrust(facts) === undefined ? undefined : "Codex loads none before it trusts the project";
}

/** Codex's reason for leaving out the configuration of this install's project; undefined when it reads it. */
export function distrust(facts: DoctorFacts): string | undefined {
  if (facts.place.scope === "user") return undefined;
  const disabled = answerTo(facts, ({ config }) => config)?.disabled ?? [];
  return disabled.find(({ folder }) => folder === facts.place.codexFolder)?.reason;
}

/** What Codex says of a configuration that it cannot read; undefined when it can. */
export function brokenConfig({ warnings }: Pick<CodexAnswers, "warnings">): string | undefined {
  const head = "Invalid configuration; using defaults.\n";
  return warnings.find((warning) => warning.startsWith(head))?.slice(head.length);
}
