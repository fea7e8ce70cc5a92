import { expect, test } from "vitest";
import { decideSubagentStop, type SubagentStop } from "../../src/hooks/subagent-stop.ts";
import { loadProjectRules } from "../../src/pack/project-rules.ts";
import { project } from "../helpers/project.ts";

const approved = '{"verdict":{"decision":"approved"}}';
const bad = '{\n  "verdict": {\n    "decision": "aproved",\n    "conditions": [""]\n  }\n}';

/** What is decided about document-reviewer's answer in a project of these files. */
async function decide(stop: Partial<SubagentStop>, files: Readonly<Record<string, string>> = {}) {
  const directory = project(files);
  const rules = await loadProjectRules(directory, { HOME: directory });
  return decideSubagentStop({ agentType: "document-reviewer", lastMessage: approved, sentBack: 0, ...stop }, rules);
}

test("a valid answer lets the agent finish", async () => {
  expect(await decide({})).toBeUndefined();
  expect(await decide({ sentBack: 5 })).toBeUndefined();
});

test("an answer that breaks its schema is sent back with each error and its line", async () => {
  expect(await decide({ lastMessage: bad })).toEqual({
    decision: "block",
    reason: `Your answer does not fit the schema of document-reviewer:
- line 3: "verdict.decision" is "aproved", not one of "approved", "approved_with_conditions", "needs_revision", "rejected" [response/unknown-value]
- line 4: "verdict.conditions[0]" is empty [response/empty-value]
Return the corrected JSON object alone, with nothing before or after it.`,
  });
});

test("an agent that is not in the contract is none of its business", async () => {
  expect(await decide({ agentType: "critic", lastMessage: "anything" })).toBeUndefined();
});

test("an answer is sent back twice, then let through with a message", async () => {
  expect(await decide({ lastMessage: "no", sentBack: 1 })).toMatchObject({ decision: "block" });
  expect(await decide({ lastMessage: "no", sentBack: 2 })).toEqual({
    systemMessage:
      "Baton: the answer of document-reviewer still breaks its schema after 2 corrections (response/no-json).",
  });
});

test("a project's tightened limit holds", async () => {
  const files = { ".baton/contract.yaml": "version: 1\nlimits: { revisions: 1 }\n" };
  expect(await decide({ lastMessage: "no", sentBack: 0 }, files)).toMatchObject({ decision: "block" });
  expect(await decide({ lastMessage: "no", sentBack: 1 }, files)).toEqual({
    systemMessage: expect.stringContaining("after 1 correction "),
  });
});

test("an agent that only the project has is held to the project's schema", async () => {
  const agent = "name: critic, purpose: Criticises., writes: false, routingFields: [mood], next: Go on.";
  const files = {
    ".baton/contract.yaml": `version: 1\nagents: [{ ${agent} }]\n`,
    ".baton/schemas/critic.schema.json": '{ "type": "object", "required": ["mood"] }',
  };
  expect(await decide({ agentType: "critic", lastMessage: '{"mood":"good"}' }, files)).toBeUndefined();
  expect(await decide({ agentType: "critic", lastMessage: "{}" }, files)).toMatchObject({
    decision: "block",
    reason: expect.stringContaining('- line 1: "mood" is missing [response/missing-field]\n'),
  });
});
