import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import {
  addressed,
  answer,
  changed,
  handedOver,
  type Passage,
  person,
  spawn,
  step,
  turnEnded,
} from "../../support/story.ts";

const condition = "State the clock skew that is tolerated";
const design = "docs/design/session-expiry-design.md";
const conditional = {
  metadata: { doc_type: "design-doc", target_path: design },
  verdict: { decision: "approved_with_conditions", conditions: [condition] },
};
const reviewed: Passage = [
  analyzed(),
  step("codebase-analyzer"),
  step("technical-designer"),
  step("code-verifier"),
  step("document-reviewer", conditional),
];
const approved: Passage = [step("design-sync"), turnEnded("Do you approve the design?"), person("I approve it.")];
const generating = (prompt?: string): Passage => [
  spawn("acceptance-test-generator", prompt === undefined ? {} : { prompt: `design_path: ${design}\n${prompt}` }),
  answer("acceptance-test-generator"),
];
const planning = (prompt?: string): Passage => [
  spawn("work-planner", prompt === undefined ? {} : { prompt: `${sources}\n${prompt}` }),
  answer("work-planner"),
];
const sources = `design_path: ${design}\nintegration_tests: test/session/expiry.int.test.ts\nNo user journey spans more than one request; the integration tests reach every criterion`;
const droppedBy = (agent: string): string[] => [
  expect.stringContaining(
    `spawn :19 condition/dropped: "${agent}" is not told a condition of a review: "${condition}"`,
  ),
];

test.each([
  ["word for word", `conditions: ${condition}`],
  ["in other words", "Open: which clock skew is tolerated must be stated"],
  ["behind other things", `Write the skeletons.\n\n- ${condition.toLowerCase()}\n- another`],
])("a condition that is told %s is carried on", async (_, prompt) => {
  expect(await found(reviewed, approved, generating(prompt))).toEqual([]);
});

test("finds the first agent that is not told", async () => {
  const events = [reviewed, approved, generating("Write the skeletons."), planning("Plan the work.")];
  expect(await found(events)).toEqual(droppedBy("acceptance-test-generator"));
});

test("finds a later agent that is not told", async () => {
  const events = [reviewed, approved, generating(`conditions: ${condition}`), planning("Plan the work.")];
  expect(await found(events)).toEqual([expect.stringContaining('"work-planner" is not told')]);
});

test("writing a condition down as an open item does not settle it", async () => {
  const noting = [
    addressed("technical-designer", { prompt: "Append the conditions to the open items." }),
    changed([design], { by: "technical-designer" }),
    answer("technical-designer", { openItems: [condition] }),
  ];
  expect(await found(reviewed, noting, approved, generating("Write the skeletons."))).toEqual([
    expect.stringContaining("condition/dropped"),
  ]);
});

test.each<[string, Passage]>([
  [
    "its author was told to resolve it",
    [
      addressed("technical-designer", { prompt: "Resolve the condition: state the skew." }),
      changed([design], { by: "technical-designer" }),
      answer("technical-designer"),
    ],
  ],
  [
    "its author worked on it twice",
    [
      addressed("technical-designer", { prompt: "Append the condition to the open items." }),
      answer("technical-designer"),
      addressed("technical-designer", { prompt: "Now write the skew down." }),
      answer("technical-designer"),
    ],
  ],
])("a condition is settled when %s", async (_, settling) => {
  expect(await found(reviewed, settling, approved, generating("Write the skeletons."))).toEqual([]);
});

test("what Baton hands over is told", async () => {
  const generated = [
    spawn("acceptance-test-generator", { prompt: "Write the skeletons." }),
    handedOver("acceptance-test-generator", ["design_path", "conditions"]),
    answer("acceptance-test-generator"),
  ];
  expect(await found(reviewed, approved, generated)).toEqual([]);
});

test("a prompt that cannot be read is held against nobody", async () => {
  expect(await found(reviewed, approved, generating(), planning())).toEqual([]);
});

test("a question in between does not hide what an agent was told", async () => {
  const asked = [
    spawn("acceptance-test-generator", { prompt: `design_path: ${design}\nconditions: ${condition}` }),
    addressed("acceptance-test-generator", { prompt: "How far are you?" }),
    answer("acceptance-test-generator"),
  ];
  expect(await found(reviewed, approved, asked)).toEqual([]);
});
