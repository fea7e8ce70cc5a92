import type { JsonObject } from "../../json-value.ts";
import { shell } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, play } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { commit } from "./commit.ts";
import { paths } from "./words.ts";

/** The code that refuses expired tokens. */
export const writeCode = writeFile(
  paths.code,
  "export function verify(token, now) {",
  '  if (token.expires <= now) throw Object.assign(new Error("expired"), { status: 401 });',
  "  return token.user;",
  "}",
);

/** Its test. */
export const writeTest = writeFile(
  paths.test,
  "// AC-1: an expired token is refused with a 401",
  'import { test } from "node:test";',
  'import assert from "node:assert";',
  'import { verify } from "../src/session.js";',
  'test("an expired token is refused", () => {',
  '  assert.throws(() => verify({ user: "a", expires: 1 }, 2), { status: 401 });',
  "});",
);

/** Runs the tests, and prints how many passed. */
export const runTests = shell("node --test --test-reporter=tap | grep -E '^# (pass|fail)'");

/** What the task's executor says it changed. */
export const filesModified = [paths.code, paths.test, paths.task] as const;

/** task-decomposer. */
export const decompose: Part = {
  agent: "task-decomposer",
  task: "decompose_plan",
  prompt: brief("Cut the plan into task files.", { plan_path: paths.plan }),
  does: [writeFile(paths.task, "# Refuse expired tokens", "", "- [ ] Red", "- [ ] Green")],
  answer: { status: "completed", paths: [paths.task], doc_type: "task" },
};

/** The documents' commit, before the first task. */
export const commitDocuments: Play = commit("Plan the rejection of expired tokens", "docs", paths.test);

/** task-executor on the one task. */
export const executeTask: Part = {
  agent: "task-executor",
  task: "execute_task_1",
  prompt: brief("Implement this task.", { task_file: paths.task }),
  does: [writeTest, writeCode, writeFile(paths.task, "# Refuse expired tokens", "", "- [x] Red", "- [x] Green")],
  answer: {
    status: "completed",
    changeSummary: "Reject expired session tokens",
    filesModified,
    requiresTestReview: true,
  },
};

/** integration-test-reviewer. */
export const reviewTests: Part = {
  agent: "integration-test-reviewer",
  task: "review_tests_1",
  prompt: brief("Review the task's tests.", { task_file: paths.task, files_modified: filesModified }),
  answer: { status: "approved", requiredFixes: [] },
};

/** What quality-fixer answers when all checks pass. */
export const qualityApproved: JsonObject = {
  status: "approved",
  checksPerformed: [{ name: "tests", command: "node --test", passed: true }],
  filesModified: [],
};

/** quality-fixer on the one task. */
export const checkQuality: Part = {
  agent: "quality-fixer",
  task: "check_quality_1",
  prompt: brief("Run every check.", { task_file: paths.task, files_modified: filesModified }),
  does: [runTests],
  answer: qualityApproved,
};

/** The task's commit. */
export const commitTask: Play = commit("Reject expired session tokens", ...filesModified);

/** From the plan's approval to the commit of the last task. */
export const execution: Play = play(
  call(decompose),
  commitDocuments,
  call(executeTask),
  call(reviewTests),
  call(checkQuality),
  commitTask,
);
