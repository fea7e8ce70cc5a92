import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, designed, planned, task } from "../../support/runs.ts";
import {
  addressed,
  answer,
  changed,
  command,
  commit,
  type Passage,
  person,
  spawn,
  step,
  turnEnded,
} from "../../support/story.ts";

const plan = "docs/plans/session-expiry-plan.md";
const approved: Passage = [analyzed(), designed, planned, decomposed(2)];
const built = (what: string): string[] => [
  expect.stringMatching(`flow/plan-changed: "${what}, and "${plan}" was changed after its approval$`),
];

/** A patch of the plan that changes no words. */
function marked(marks: "ticks" | "links", by?: string): Passage {
  const files = [{ path: plan, change: "updated", marks }] as const;
  return (telling) => ({ kind: "files_changed", ...telling.place(by), files, refused: null });
}

test("finds a change of the plan in a patch that ticks boxes elsewhere", async () => {
  const list = { path: "docs/plans/other.md", change: "updated", marks: "ticks" } as const;
  const patch: Passage = (telling) => ({
    kind: "files_changed",
    ...telling.place(),
    files: [list, { path: plan, change: "updated" }],
    refused: null,
  });
  expect(await found(approved, patch, step("task-executor"))).toEqual(built('task-executor" starts'));
});

test.each<[string, Passage]>([
  ["by a patch", changed([plan])],
  ["by task-decomposer", changed([plan], { by: "task-decomposer" })],
  ["by the orchestrator, who links files", marked("links")],
  ["by a command", command(`cd docs/plans && echo '- [ ] T-9' >> session-expiry-plan.md`)],
  [
    "by a command that ticks a box and does more",
    command(`sed -i 's/\\[ \\]/[x]/' ${plan} && echo '- [ ] T-9' >> ${plan}`),
  ],
  ["by a command that ticks a box and changes its words", command(`sed -i 's/- \\[ \\] T-1/- [x] T-9/' ${plan}`)],
  ["by a command that unticks a box", command(`sed -i 's/\\[x\\]/[ ]/' ${plan}`)],
  ["by its author, asked again", [addressed("work-planner"), answer("work-planner")]],
])("finds the task that starts after the plan was changed, %s", async (_, changing) => {
  expect(await found(approved, changing, step("task-executor"))).toEqual(built('task-executor" starts'));
});

test("is said once for each change", async () => {
  expect(await found(approved, changed([plan]), task, task)).toEqual(built('task-executor" starts'));
  expect(await found(approved, changed([plan]), task, changed([plan]), task)).toHaveLength(2);
});

test("finds the commit that follows a change of the plan", async () => {
  const checked = [step("task-executor"), step("quality-fixer")];
  expect(await found(approved, checked, changed([plan]), commit("src/session/verify.ts"))).toEqual(
    built('src/session/verify.ts" is committed'),
  );
});

test("the orchestrator's own plan is held to as well", async () => {
  const small = [analyzed({ scale: "small" }), changed([plan]), turnEnded("Do you approve the plan?"), person("Yes.")];
  const change = [changed(["src/session/verify.ts"]), step("quality-fixer")];
  expect(await found(small, change)).toEqual([]);
  expect(await found(small, changed([plan]), change)).toEqual(built('quality-fixer" starts'));
});

test("a person who has written since knows of the change", async () => {
  const asked = [turnEnded("T-2 is two tasks now. Do you approve the plan as it is?"), person("Yes.")];
  expect(await found(approved, changed([plan]), asked, task)).toEqual([]);
});

test.each<[string, Passage]>([
  [
    "who builds a task ticks its box in the plan",
    [spawn("task-executor"), changed([plan], { by: "task-executor" }), answer("task-executor"), step("quality-fixer")],
  ],
  ["who cuts the tasks links their files in the plan", marked("links", "task-decomposer")],
  ["who cuts the tasks does so by a command", command(`tee -a ${plan} < links`, { by: "task-decomposer" })],
  ["boxes are ticked by the orchestrator", marked("ticks")],
  ["boxes are ticked by who checks", marked("ticks", "quality-fixer")],
  ["boxes are ticked by a command", command(`cd docs && sed -i '3s/\\[ \\]/[x]/' plans/session-expiry-plan.md`)],
  ["task files are no plan", [changed(["docs/plans/tasks/session-expiry-task-01.md"]), step("task-executor")]],
  ["the plan is committed", [command(`git add ${plan}`), step("task-executor")]],
  ["the change is refused", [changed([plan], { refused: "the person declined it" }), step("task-executor")]],
])("is silent where %s", async (_, doing) => {
  expect(await found(approved, doing)).toEqual([]);
});

test("before its approval the plan may change", async () => {
  const planning = [step("acceptance-test-generator"), step("work-planner"), changed([plan], { by: "work-planner" })];
  const asked = [turnEnded("Do you approve the plan?"), person("Yes.")];
  expect(await found(analyzed(), designed, planning, asked, decomposed(1), task)).toEqual([]);
});
