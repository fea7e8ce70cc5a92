import type { Answer } from "../../codex/answer.ts";
import type { CodexAnswers } from "../../codex/codex-answers.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { Check } from "../check.ts";
import type { PlaceFacts } from "../facts.ts";
import { brokenConfig } from "../in-force.ts";
import { scopeWords } from "../scope-words.ts";

/** The version whose behaviour Baton was built on. */
const known = /^0\.169\./;

/** Whether there is a Codex, one that Baton knows, and one that answers. */
export const codexCheck: Check = {
  area: "Codex",
  skip: () => undefined,
  check: ({ codex, place }) => {
    if (codex.state === "missing") {
      const message = "there is no Codex on PATH: nothing could be proven to be in force";
      const hint = "npm install -g @openai/codex, or name it: baton doctor --codex <path>";
      return [diagnose("codex/not-found", { message, hint, where: { file: "codex" } })];
    }
    const where = { file: codex.path };
    if (codex.state === "silent") {
      const hint = "run codex in this directory and see whether it starts";
      return [
        ...versionFindings(codex.version, where),
        diagnose("codex/no-answer", { message: `Codex did not answer: ${codex.why}`, hint, where }),
      ];
    }
    return [...versionFindings(codex.answers.version, where), ...gaps(codex.answers, where, place)];
  },
  sum: ({ codex }) => (codex.state === "answered" ? `${codex.answers.version} (${codex.path})` : ""),
};

function versionFindings(version: string | undefined, where: Diagnostic["where"]): Diagnostic[] {
  if (version === undefined || known.test(version)) return [];
  const message = `this is Codex ${version}; what Baton relies on was established on 0.169`;
  const hint = "take the rest with care, or npm install -g @openai/codex@0.169";
  return [diagnose("codex/unknown-version", { message, hint, where })];
}

/** Questions without an answer. With a configuration that does not parse all fail, for that one reason. */
function gaps(answers: CodexAnswers, where: Diagnostic["where"], place: PlaceFacts): Diagnostic[] {
  if (brokenConfig(answers) !== undefined) return [];
  const asked: readonly (readonly [string, Answer<unknown> | undefined])[] = [
    ["its configuration", answers.config],
    ["its skills", answers.skills],
    ["its hooks", answers.hooks],
    ["what a session is offered", answers.session],
    ["its MCP server", answers.server],
  ];
  return asked.flatMap(([what, answer]) => {
    if (answer?.ok !== false) return [];
    const message = `Codex did not say ${what}: ${answer.why}`;
    return [diagnose("codex/no-answer", { message, hint: `run baton doctor${scopeWords(place)} again`, where })];
  });
}
