import { expect, test } from "vitest";
import { answered, call, item, type Line, root } from "./support/session-lines.ts";
import { timelineOf, told } from "./support/timeline-of.ts";

const patch =
  "*** Begin Patch\n*** Add File: a.ts\n+x\n*** Update File: b.ts\n*** Move to: c/d.ts\n@@\n-*** Delete File: no.ts\n*** Delete File: e.ts\n*** End Patch\n";
const patched = [
  { path: "a.ts", change: "added" },
  { path: "b.ts", change: "deleted" },
  { path: "c/d.ts", change: "added" },
  { path: "e.ts", change: "deleted" },
];
const direct: Line = {
  type: "response_item",
  payload: {
    type: "custom_tool_call",
    id: "ctc_1",
    status: "completed",
    call_id: "1",
    name: "apply_patch",
    input: patch,
  },
};
const answer = (output: string): Line => ({
  type: "response_item",
  payload: { type: "custom_tool_call_output", id: "ctco_1", call_id: "1", output },
});
const changed = (changes: object, more: object = {}) =>
  item("FileChange", { id: "1", changes, status: "completed", ...more });

test("files changed are told once, as seen from the session's directory", async () => {
  const changes = {
    "/work/src/b.ts": { type: "update", unified_diff: "", move_path: "/work/src/c.ts" },
    "/work/src/a.ts": { type: "add", content: "" },
    "/work/d.ts": { type: "delete", content: "" },
    "/workshop/e.ts": { type: "update", unified_diff: "", move_path: null },
    "/work/../etc/f": { type: "add", content: "" },
  };
  expect(told(await timelineOf({ root: [root(), direct, changed(changes), answer("Exit code: 0\n")] }))).toEqual([
    {
      kind: "files_changed",
      files: [
        { path: "/work/../etc/f", change: "added" },
        { path: "/workshop/e.ts", change: "updated" },
        { path: "d.ts", change: "deleted" },
        { path: "src/a.ts", change: "added" },
        { path: "src/b.ts", change: "deleted" },
        { path: "src/c.ts", change: "added" },
      ],
      refused: null,
    },
  ]);
});

test("a patch without an item is told by its own lines", async () => {
  expect(told(await timelineOf({ root: [root(), direct, answer("Exit code: 0\nOutput:\nSuccess.")] }))).toEqual([
    { kind: "files_changed", files: patched, refused: null },
  ]);
});

const blocked = `Command blocked by PreToolUse hook: no. Command: ${patch}`;
const failed = "apply_patch verification failed: Failed to read file to update";

test.each([blocked, failed])("a patch that was not applied says why: %s", async (why) => {
  expect(told(await timelineOf({ root: [root(), direct, answer(why)] }))).toEqual([
    { kind: "files_changed", files: patched, refused: why },
  ]);
});

test.each([
  ["apply_patch <<'EOF'\n", "", undefined],
  [" applypatch << EOF\n", "", undefined],
  ['cd sub && apply_patch <<"EOF"\n', "sub/", undefined],
  ["apply_patch <<'EOF'\n", "sub/", "/work/sub"],
  ["cd 'sub' && apply_patch <<'EOF'\n", "in/sub/", "/work/in"],
])("a patch refused in the shell is a patch: %j", async (begin, place, workdir) => {
  const shell = call("1", "exec_command", { cmd: `${begin}${patch}EOF`, workdir });
  expect(told(await timelineOf({ root: [root(), shell, answered("1", blocked)] }))).toEqual([
    {
      kind: "files_changed",
      files: patched.map(({ path, change }) => ({ path: place + path, change })),
      refused: blocked,
    },
  ]);
});

test("a patch refused in a script of code mode is a patch", async () => {
  const output = [
    { type: "input_text", text: "Script failed\nWall time 0.1 seconds\nOutput:\n" },
    { type: "input_text", text: `Script error:\n${blocked}` },
  ];
  const line = { type: "response_item", payload: { type: "custom_tool_call_output", call_id: "1", output } };
  expect(told(await timelineOf({ root: [root(), line] }))).toEqual([
    { kind: "files_changed", files: patched, refused: blocked },
  ]);
});

test("a command that only mentions a patch is a command", async () => {
  const shell = call("1", "exec_command", { cmd: `echo "apply_patch <<EOF" && cat` });
  expect(told(await timelineOf({ root: [root(), shell, answered("1", blocked)] }))).toMatchObject([
    { kind: "command" },
  ]);
});

test("a change that a person declined, or that failed, did not happen", async () => {
  const file = { "/work/a": { type: "add" } };
  const declined = changed(file, { status: "declined" });
  const broken = changed(file, { status: "failed", stderr: "disk full" });
  expect(told(await timelineOf({ root: [root(), declined, broken] }))).toMatchObject([
    { files: [{ path: "a", change: "added" }], refused: "the person declined it" },
    { refused: "disk full" },
  ]);
});

const ticks = "@@\n # Plan\n-- [ ] T-1 refuse\n+- [x] T-1 refuse\n-  * [ ] T-2 log\n+  * [X] T-2 log\n";
const others = [
  "@@\n-- [ ] T-1 refuse\n+- [x] T-1 refuse and log\n",
  "@@\n-- [ ] T-1 refuse\n+- [x] T-1 refuse\n+- [ ] T-2 log\n",
  "@@\n-- [x] T-1 refuse\n+- [ ] T-1 refuse\n",
  "@@\n+- [x] T-1 refuse\n",
  "@@\n- T-1 refuse\n+ T-1 refuse and log (tasks/session-task-01.md)\n",
  "@@\n+- [ ] T-2 log\n+- tasks/session-task-01.md\n",
];

test("a patch that only ticks boxes says so, whichever line tells of it", async () => {
  const ticked = { kind: "files_changed", files: [{ path: "plan.md", change: "updated", marks: "ticks" }] };
  const item = changed({ "/work/plan.md": { type: "update", unified_diff: ticks, move_path: null } });
  expect(told(await timelineOf({ root: [root(), item] }))).toMatchObject([ticked]);
  const input = `*** Begin Patch\n*** Update File: plan.md\n${ticks}*** End Patch\n`;
  const typed = { ...direct, payload: { ...direct.payload, input } };
  expect(told(await timelineOf({ root: [root(), typed, answer("Exit code: 0\n")] }))).toMatchObject([ticked]);
});

const links = [
  "@@\n-- [ ] T-1 refuse (AC-1)\n+- [ ] [T-1 refuse (AC-1)](tasks/session-task-01.md)\n",
  "@@\n-- [ ] T-1 refuse (AC-1)\n+- [x] T-1 refuse (AC-1): see docs/plans/tasks/session-task-01.md\n",
  "@@\n # Plan\n+\n+## Task files\n+\n+- docs/plans/tasks/session-task-01.md\n",
  "@@\n+| Task | File |\n+|---|---|\n+| T-1 | `tasks/session-task-01.md` |\n",
];

test.each(links)("a patch that only links task files says so: %j", async (diff) => {
  const item = changed({ "/work/plan.md": { type: "update", unified_diff: diff, move_path: null } });
  expect(told(await timelineOf({ root: [root(), item] }))).toMatchObject([
    { kind: "files_changed", files: [{ path: "plan.md", change: "updated", marks: "links" }] },
  ]);
});

test.each(others)("a patch that changes words says nothing of marks: %j", async (diff) => {
  const item = changed({ "/work/plan.md": { type: "update", unified_diff: diff, move_path: null } });
  expect(told(await timelineOf({ root: [root(), item] }))).toEqual([
    { kind: "files_changed", files: [{ path: "plan.md", change: "updated" }], refused: null },
  ]);
});
