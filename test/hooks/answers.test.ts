import { expect, test } from "vitest";
import { requirements } from "../e2e/plays/session-expiry.ts";
import { type Answered, type CodexSession, HookedRepository } from "./support/codex-session.ts";
import { request } from "./support/medium-session.ts";

const analysis = requirements.answers[0] ?? {};
const approved = '{"verdict":{"decision":"approved"}}';
const bad = '{\n  "verdict": {\n    "decision": "aproved",\n    "conditions": [""]\n  }\n}';

/** A governed session in a project of these files. */
async function governed(files: Readonly<Record<string, string>> = {}): Promise<CodexSession> {
  const repository = new HookedRepository();
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  return session;
}

/** What an agent's answers are met with, one after another. */
async function answered(session: CodexSession, type: string, ...answers: readonly string[]): Promise<Answered[]> {
  const agent = { id: "01a1fbfc-9397-7300-a030-000000000001", type, name: "task" };
  const said: Answered[] = [];
  for (const answer of answers) said.push(await session.answer(agent, answer));
  return said;
}

test("lets an agent with a valid answer finish", async () => {
  expect(await answered(await governed(), "document-reviewer", approved)).toEqual([undefined]);
});

test("sends an answer that breaks its schema back with each error and its line", async () => {
  expect(await answered(await governed(), "document-reviewer", bad)).toEqual([
    {
      decision: "block",
      reason: `Baton: your answer does not fit the schema of document-reviewer [answer/breaks-schema]:
- line 3: "verdict.decision" is "aproved", not one of "approved", "approved_with_conditions", "needs_revision", "rejected" [response/unknown-value]
- line 4: "verdict.conditions[0]" is empty [response/empty-value]
Return the corrected JSON object alone, with nothing before or after it.`,
    },
  ]);
});

test("minds no agent that is not in the contract", async () => {
  expect(await answered(await governed(), "critic", "anything")).toEqual([undefined]);
});

test("sends an answer back twice, then lets it through with a message", async () => {
  expect(await answered(await governed(), "document-reviewer", "no", "no", "no")).toEqual([
    { decision: "block", reason: expect.stringContaining("[response/no-json]") },
    { decision: "block", reason: expect.stringContaining("[response/no-json]") },
    {
      systemMessage:
        "Baton: the answer of document-reviewer still breaks its schema after 2 corrections (answer/breaks-schema: response/no-json: the answer holds no JSON object).",
    },
  ]);
});

test("counts corrections anew for the agent's next answer, and for each agent by itself", async () => {
  const session = await governed();
  await answered(session, "document-reviewer", "no", "no", "no");
  expect(await answered(session, "document-reviewer", "no")).toMatchObject([{ decision: "block" }]);
  const other = { id: "01a1fbfc-9397-7300-a030-000000000002", type: "document-reviewer", name: "other" };
  expect(await session.answer(other, "no")).toMatchObject({ decision: "block" });
});

test("holds a project to its tightened limit", async () => {
  const session = await governed({ ".baton/contract.yaml": "version: 1\nlimits: { revisions: 1 }\n" });
  expect(await answered(session, "document-reviewer", "no", "no")).toEqual([
    { decision: "block", reason: expect.anything() },
    { systemMessage: expect.stringContaining("after 1 correction ") },
  ]);
});

test("holds an agent that only the project has to the project's schema", async () => {
  const agent = "name: critic, purpose: Criticises., writes: false, routingFields: [mood], next: Go on.";
  const session = await governed({
    ".baton/contract.yaml": `version: 1\nagents: [{ ${agent} }]\n`,
    ".baton/schemas/critic.schema.json": '{ "type": "object", "required": ["mood"] }',
  });
  expect(await answered(session, "critic", "{}", '{"mood":"good"}')).toEqual([
    { decision: "block", reason: expect.stringContaining('- line 1: "mood" is missing [response/missing-field]\n') },
    undefined,
  ]);
});

test("lets an agent that has answered say in any words what it is asked beside the flow", async () => {
  const session = await governed();
  const agent = await session.step("requirement-analyzer", analysis);
  await session.call("multi_agent_v1send_input", { target: agent.id, message: "Is src/clock.js affected?" }, "{}");
  expect(await session.answer(agent, "Yes, verify reads it.")).toBeUndefined();
});

test("sends nothing back where the project has switched the rule off", async () => {
  const session = await governed({ ".baton/audit.yaml": "rules:\n  answer/breaks-schema: off\n" });
  expect(await answered(session, "document-reviewer", "no")).toEqual([undefined]);
});

test("sends back an answer that gives a blank reason for leaving end-to-end tests out", async () => {
  const blank = { status: "completed", generatedFiles: { integration: "test/a.js", e2e: null }, e2eAbsenceReason: " " };
  expect(await answered(await governed(), "acceptance-test-generator", JSON.stringify(blank))).toEqual([
    { decision: "block", reason: expect.stringContaining("[answer/tests-unexplained]:\n") },
  ]);
});
