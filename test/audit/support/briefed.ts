import { answer, answerText, type Passage, spawn } from "./story.ts";

/** A step whose agent is told these things, each under its name, and answers. */
export function briefed(type: string, passes: Readonly<Record<string, string>> = {}, fields: object = {}): Passage {
  return [spawn(type, { prompt: promptOf(passes) }), answer(type, fields)];
}

/** A prompt that passes things under their names. */
export function promptOf(passes: Readonly<Record<string, string>>): string {
  const named = Object.entries(passes).map(([name, value]) => `${name}: ${value}`);
  return ["Do your part.", ...named].join("\n");
}

/** The documents and files of the schemas' examples. */
export const passed = {
  design_path: "docs/design/session-expiry-design.md",
  plan_path: "docs/plans/session-expiry-plan.md",
  integration_tests: "test/session/expiry.int.test.ts",
  e2e_absence_reason: "No user journey spans more than one request; the integration tests reach every criterion",
  task_file: "docs/plans/tasks/session-expiry-task-01.md",
  files_modified: "src/session/verify.ts, test/session/verify.test.ts, docs/plans/tasks/session-expiry-task-01.md",
  requirement_analysis: answerText("requirement-analyzer"),
  codebase_analysis: answerText("codebase-analyzer"),
  code_verification: answerText("code-verifier"),
} as const;
