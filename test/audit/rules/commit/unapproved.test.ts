import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, mediumRun, planned, smallRun, task } from "../../support/runs.ts";
import { answer, changed, command, commit, type Passage, person, spawn, step, turnEnded } from "../../support/story.ts";

const begun: Passage = [analyzed(), designed, planned];
const small: Passage = [analyzed({ scale: "small" }), turnEnded("I will check the expiry. May I?"), person("Yes.")];
const code = "src/session/verify.ts";
const unchecked = `commit/unapproved: "${code}" is committed, and no quality check has approved it`;

test("commits of what the quality check has approved are silent", async () => {
  expect(await found(mediumRun)).toEqual([]);
  expect(await found(smallRun)).toEqual([]);
});

test("finds a commit before the quality check", async () => {
  expect(await found(small, changed([code]), command(`git commit -am x`))).toEqual([`command :${8 + 2} ${unchecked}`]);
});

test.each([
  ["stub_detected", { status: "stub_detected", stubFindings: [{ file: code, indicator: "TODO", details: "All" }] }],
  [
    "blocked",
    {
      status: "blocked",
      reason: "missing_prerequisites",
      missingPrerequisites: [{ description: "No database", resolutionSteps: ["Start it"] }],
    },
  ],
])("finds a commit over a quality check that says %s", async (_, fields) => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer", fields), commit(code)];
  expect(await found(events)).toEqual([expect.stringContaining(unchecked)]);
});

test("finds a commit of a subagent that nobody has checked", async () => {
  const own = command(`git add ${code} && git commit -m x`, { by: "task-executor" });
  expect(await found(begun, decomposed(1), spawn("task-executor"), own, answer("task-executor"))).toEqual([
    expect.stringContaining(unchecked),
  ]);
});

test("an approval covers one commit", async () => {
  const more = command("git add src/more.ts && git commit -m x");
  expect(await found(begun, decomposed(1), task, more)).toEqual([
    expect.stringContaining('"src/more.ts" is committed'),
  ]);
});

test("an approved change may be committed in parts", async () => {
  const parts = [commit(code), commit("test/session/verify.test.ts", "docs/plans/tasks/session-expiry-task-01.md")];
  expect(await found(begun, decomposed(1), step("task-executor"), step("quality-fixer"), parts)).toEqual([]);
});

test.each<[string, Passage]>([
  ["by a patch", changed([code])],
  ["by a command", command(`sed -i s/a/b/ ${code}`)],
  ["by a command from another directory", command(`cd src && sed -i s/a/b/ session/verify.ts`)],
  ["under its whole path", command(`sed -i s/a/b/ ./src/../${code}`)],
])("finds a change after the approval, %s", async (_, late) => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer"), late, commit(code)];
  expect(await found(events)).toEqual([
    expect.stringContaining(
      `commit/unapproved: a commit is made after "${code}" was changed, which the quality check has not seen`,
    ),
  ]);
});

test("finds a file that is written and committed by one command after the approval", async () => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer")];
  expect(await found(events, command(`echo x >> ${code} && git commit -am x`))).toEqual([
    expect.stringContaining(`after "${code}" was changed`),
  ]);
});

test.each<[string, Passage]>([
  ["a document", changed(["docs/plans/tasks/session-expiry-task-01.md", "README.md"])],
  ["a log", command("npm test > test.log")],
  ["what a program printed", command("npm test > test-output.txt")],
  ["what a program printed, by a tee", command("npm test 2>&1 | tee test-results.txt")],
  ["a file outside", command("npm test > /tmp/out.ts")],
  ["nothing that happened", changed([code], { refused: "the person declined it" })],
])("a change after the approval is silent: %s", async (_, late) => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer"), late, commit(code)];
  expect(await found(events)).toEqual([]);
});

test.each<[string, Passage]>([
  ["is in a commit of everything", command("git add -A && git commit -m x")],
  ["is named in the commit", command(`git add ${code} notes.txt && git commit -m x`)],
  ["is staged", [command("git add notes.txt"), commit(code)]],
])("finds a file written after the approval that no task declared where it %s", async (_, made) => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer"), command("npm test > notes.txt")];
  expect(await found(events, made)).toEqual([expect.stringContaining('after "notes.txt" was changed')]);
});

test("finds a task's file changed after the approval where the commit leaves it out", async () => {
  const events = [begun, decomposed(1), step("task-executor"), step("quality-fixer"), changed([code])];
  expect(await found(events, commit("test/session/verify.test.ts"))).toEqual([
    expect.stringContaining(`after "${code}" was changed`),
  ]);
});

test.each([
  ["failed", { exitCode: 1 }],
  ["was empty", { exitCode: 0, output: "nothing to commit, working tree clean" }],
])("a commit that %s is none", async (_, how) => {
  expect(await found(small, changed([code]), command("git commit -am x || true", how))).toEqual([]);
});

test("tells of a commit that a hook stopped", async () => {
  const denied = command("git commit -am x", { exitCode: null, refused: "no quality check has approved it" });
  expect(await found(small, changed([code]), denied)).toEqual([expect.stringContaining(`stopped command`)]);
});

test("finds a commit whose command failed only after it", async () => {
  const output = "[main 1a2b3c4] x\n 1 file changed, 1 insertion(+)\n";
  expect(await found(small, changed([code]), command("git commit -am x; false", { exitCode: 1, output }))).toEqual([
    expect.stringContaining(unchecked),
  ]);
});

test("documents, and tests that no task has filled in, need no check", async () => {
  expect(await found(begun, step("task-decomposer"), command("git add -A && git commit -m x"))).toEqual([]);
});

test("tests that a task has filled in need one", async () => {
  const skeleton = "test/session/expiry.int.test.ts";
  const filled = step("task-executor", { filesModified: [skeleton] });
  expect(await found(begun, decomposed(1), filled, commit(skeleton))).toEqual([
    expect.stringContaining(`"${skeleton}" is committed, and no quality check`),
  ]);
});
