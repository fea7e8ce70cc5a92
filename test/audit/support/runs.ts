import { answer, changed, commit, type Passage, person, spawn, step, turnEnded } from "./story.ts";

// Parts of $recipe-implement that hold to its flow. Put together in the order of this file they are whole runs.

const taskFiles = [
  "src/session/verify.ts",
  "test/session/verify.test.ts",
  "docs/plans/tasks/session-expiry-task-01.md",
];

/** The analysis and the person's yes to it. */
export function analyzed(fields: object = {}): Passage {
  return [
    step("requirement-analyzer", fields),
    turnEnded("Three files change, backend only. Is this what you want, at this scale?"),
    person("Yes, go on."),
  ];
}

/** The PRD and the architecture decision of a large change, each with the person's yes. */
export const specified: Passage = [
  step("prd-creator"),
  step("document-reviewer", { metadata: { doc_type: "prd", target_path: "docs/prd/session-expiry-prd.md" } }),
  turnEnded("docs/prd/session-expiry-prd.md is approved in review. Do you approve the PRD?"),
  person("I approve it."),
];

export const decided: Passage = [
  step("technical-designer", { path: "docs/adr/ADR-0001-clock.md", doc_type: "adr", openItems: [] }),
  step("document-reviewer", { metadata: { doc_type: "adr", target_path: "docs/adr/ADR-0001-clock.md" } }),
  turnEnded("docs/adr/ADR-0001-clock.md proposes a clock of our own. Do you accept the decision?"),
  person("I accept it."),
];

/** The design, up to the person's yes to it. */
export const designed: Passage = [
  step("codebase-analyzer"),
  step("technical-designer"),
  step("code-verifier"),
  step("document-reviewer"),
  step("design-sync"),
  turnEnded("docs/design/session-expiry-design.md stands. Do you approve the design?"),
  person("I approve it."),
];

/** The test skeletons and the plan, up to the person's yes to it. */
export const planned: Passage = [
  step("acceptance-test-generator"),
  step("work-planner"),
  turnEnded("docs/plans/session-expiry-plan.md has two tasks. Do you approve the plan?"),
  person("I approve it, go ahead."),
];

/** The task files, and the commit of what has been written so far. */
export function decomposed(tasks = 2): Passage {
  const paths = Array.from({ length: tasks }, (_, at) => `docs/plans/tasks/session-expiry-task-0${at + 1}.md`);
  return [
    step("task-decomposer", { paths }),
    commit(
      "docs/design/session-expiry-design.md",
      "docs/plans/session-expiry-plan.md",
      "test/session/expiry.int.test.ts",
      ...paths,
    ),
  ];
}

/** One task: implemented, checked, committed. */
export const task: Passage = [step("task-executor"), step("quality-fixer"), commit(...taskFiles)];

/** Both final verifiers, side by side. */
export const verified: Passage = [
  spawn("code-verifier"),
  spawn("security-reviewer"),
  answer("code-verifier"),
  answer("security-reviewer"),
];

export const reported: Passage = turnEnded(
  "Expired session tokens are refused. Both tasks are committed and verified.",
);

/** A small run from the person's yes to the plan on. */
export const smallWork: Passage = [
  turnEnded("I will check the expiry in src/session/verify.ts. Do you approve the plan?"),
  person("Yes."),
  changed(["src/session/verify.ts"]),
  step("quality-fixer"),
  commit("src/session/verify.ts"),
  reported,
];

export const smallRun: Passage = [analyzed({ scale: "small" }), smallWork];
export const mediumRun: Passage = [analyzed(), designed, planned, decomposed(2), task, task, verified, reported];
export const largeRun: Passage = [
  analyzed({ scale: "large", adrRequired: true, adrReason: "The clock becomes a dependency" }),
  specified,
  decided,
  designed,
  planned,
  decomposed(1),
  task,
  verified,
  reported,
];
