import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed, decomposed, planned } from "../../support/runs.ts";
import {
  addressed,
  answer,
  changed,
  command,
  type Passage,
  person,
  spawn,
  step,
  turnEnded,
} from "../../support/story.ts";

const condition = "State the clock skew that is tolerated";
const design = "docs/design/session-expiry-design.md";
const review = (metadata: object | null): Passage =>
  step("document-reviewer", {
    metadata,
    verdict: { decision: "approved_with_conditions", conditions: [condition] },
  });
const named = review({ doc_type: "design-doc", target_path: design });
const until = (reviewing: Passage): Passage => [
  analyzed(),
  step("codebase-analyzer"),
  step("technical-designer"),
  step("code-verifier"),
  reviewing,
  step("design-sync"),
];
const approved: Passage = [turnEnded("Do you approve the design?"), person("I approve it."), planned, decomposed(1)];
const open = (agent: string): string[] => [
  expect.stringMatching(
    `^spawn :\\d+ condition/unresolved: "${agent}" starts with a condition of a review still open: "${condition}"$`,
  ),
];

test("finds the first task that starts over an open condition, and none after it", async () => {
  const events = [until(named), approved, step("task-executor"), step("quality-fixer")];
  expect(await found(events)).toEqual(open("task-executor"));
});

test("finds it also where the review does not name its document", async () => {
  expect(await found(until(review(null)), approved, spawn("task-executor"))).toEqual(open("task-executor"));
});

test.each<[string, Passage]>([
  ["its author changes the document", changed([design], { by: "technical-designer" })],
  ["a command changes it", command(`cd docs && sed -i 's/None/Skew: 5 s/' design/session-expiry-design.md`)],
  ["its author answers with it again", [spawn("technical-designer"), answer("technical-designer")]],
  [
    "another review approves the document",
    [spawn("document-reviewer"), answer("document-reviewer", { metadata: { target_path: design } })],
  ],
])("a condition is resolved when %s", async (_, resolving) => {
  const codes = (await found(until(named), resolving, approved, spawn("task-executor"))).join("\n");
  expect(codes).not.toContain("condition/");
});

test("a change of another document resolves nothing", async () => {
  const other = changed(["docs/design/other-design.md"], { by: "technical-designer" });
  expect(await found(until(named), other, approved, spawn("task-executor"))).toEqual(open("task-executor"));
});

test("tells of a start that a hook stopped", async () => {
  expect(await found(until(named), approved, spawn("task-executor", { refused: "a condition is open" }))).toEqual([
    expect.stringContaining("stopped spawn"),
  ]);
});

test("a condition that its author counts among the open items is not resolved", async () => {
  const author = (openItems: readonly string[]): Passage => [
    addressed("technical-designer"),
    answer("technical-designer", { openItems }),
  ];
  const noted = author([condition, "Whether old sessions expire"]);
  expect(await found(until(named), noted, approved, spawn("task-executor"))).toEqual(open("task-executor"));
  expect(await found(until(named), noted, author([]), approved, spawn("task-executor"))).toEqual([]);
});
