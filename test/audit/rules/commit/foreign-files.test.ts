import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned } from "../../support/runs.ts";
import { answer, changed, command, commit, type Passage, person, spawn, step, turnEnded } from "../../support/story.ts";

const code = "src/session/verify.ts";
const begun: Passage = [analyzed(), designed, planned, decomposed(1)];
const checked: Passage = [begun, step("task-executor"), step("quality-fixer")];
const small: Passage = [
  analyzed({ scale: "small" }),
  turnEnded("I will check the expiry. May I?"),
  person("Yes."),
  changed([code]),
  step("quality-fixer", { filesModified: [] }),
];
const foreign = (path: string): string[] => [
  expect.stringContaining(`commit/foreign-files: "${path}" is committed, and no task and no quality check changed it`),
];

test.each<[string, Passage]>([
  ["named by `git add`", commit(code, "package.json")],
  ["named by `git commit`", command(`git commit -m x -- ${code} package.json`)],
  ["staged earlier", [command("git add package.json"), commit(code)]],
  ["in a subdirectory's commit", command("cd src && git add session/verify.ts ../package.json && git commit -m x")],
])("finds a file that no task changed: %s", async (_, made) => {
  expect(await found(checked, made)).toEqual(foreign("package.json"));
});

test("says of several files that they are committed", async () => {
  expect(await found(checked, commit(code, "package.json", "notes.txt"))).toEqual([
    expect.stringContaining('"package.json" and 1 more are committed, and no task'),
  ]);
});

test("finds a file that git says it created", async () => {
  const output = "[main 1a2b3c4] x\n 2 files changed\n create mode 100644 notes.txt\n";
  expect(await found(checked, command("git add -A && git commit -m x", { output }))).toEqual(foreign("notes.txt"));
});

test("finds what the orchestrator changed itself where a task's executor implements", async () => {
  const own = changed(["src/own.ts"]);
  expect(await found(begun, own, step("task-executor"), step("quality-fixer"), commit(code, "src/own.ts"))).toEqual(
    foreign("src/own.ts"),
  );
});

test("what the orchestrator changed is its task's where the flow has it implement", async () => {
  expect(await found(small, commit(code, "docs/plans/session-expiry-plan.md"))).toEqual([]);
  expect(await found(small, commit(code, "src/clock.ts"))).toEqual(foreign("src/clock.ts"));
});

const scratch = (path: string): Passage => {
  const files = [{ path, change: "added" }] as const;
  return (telling) => ({ kind: "files_changed", ...telling.place(), files, refused: null });
};

test.each<[string, Passage]>([
  ["`git commit -am`", command("git commit -am x")],
  ["`git add -u`", command("git add -u && git commit -m x")],
  ["`git add -u` before it", [command("git add -u"), command("git commit -m x")]],
])("%s takes no file that git does not know", async (_, made) => {
  expect(await found(begun, step("task-executor"), scratch("notes.txt"), step("quality-fixer"), made)).toEqual([]);
  expect(await found(checked, command("npm test > out.txt"), made)).toEqual([]);
  expect(await found(begun, changed(["package.json"]), step("task-executor"), step("quality-fixer"), made)).toEqual(
    foreign("package.json"),
  );
});

test("what was made and then staged is in a commit of what git knows", async () => {
  const staged = [scratch("notes.txt"), command("git add notes.txt")];
  expect(await found(begun, step("task-executor"), staged, step("quality-fixer"), command("git commit -am x"))).toEqual(
    foreign("notes.txt"),
  );
});

test.each<[string, Passage]>([
  ["everything, where only agents changed something", command("git add -A && git commit -m x")],
  ["a directory", commit("src", "test", "docs")],
  ["a pattern", commit("'src/**/*.ts'")],
  ["a directory in which nothing is known to have changed", commit(code, "lib")],
  ["whole paths", commit(`/project/${code}`)],
  ["paths from here", commit(`./${code}`)],
  ["what was taken back before", [command("git add package.json && git reset -q package.json"), commit(code)]],
])("a commit is silent that names %s", async (_, made) => {
  const begins = { kind: "session_started", source: "startup", cwd: "/project", codex: null, model: null } as const;
  const start: Passage = (telling) => ({ ...begins, ...telling.place() });
  expect(await found(start, checked, made)).toEqual([]);
});

test("what an agent was seen to change is its own, also where it does not say so", async () => {
  const executing = [
    spawn("task-executor"),
    changed(["src/clock.ts"], { by: "task-executor" }),
    answer("task-executor"),
  ];
  expect(await found(begun, executing, step("quality-fixer"), commit(code, "src/clock.ts"))).toEqual([]);
});

test("a file that is moved is the task's under both its names", async () => {
  const moving = command("git mv src/old.ts src/new.ts", { by: "task-executor" });
  const executing = [spawn("task-executor"), moving, answer("task-executor")];
  expect(await found(begun, executing, step("quality-fixer"), commit(code, "src/old.ts", "src/new.ts"))).toEqual([]);
});

test("the commit of an unchecked change is found once", async () => {
  expect(await found(begun, step("task-executor"), commit(code, "package.json"))).toEqual([
    expect.stringContaining("commit/unapproved"),
  ]);
});
