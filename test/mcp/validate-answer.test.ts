import { expect, test } from "vitest";
import { connect, validateAnswer } from "../helpers/mcp-session.ts";

const agent = "document-reviewer";

test("a good answer proceeds, with what decided and the next action", async () => {
  const result = await validateAnswer(await connect(), { agent, answer: '{"verdict":{"decision":"approved"}}' });
  expect(result.structuredContent).toEqual({
    valid: true,
    route: "proceed",
    next: "Go on with the next step.",
    decidedBy: { field: "verdict.decision", value: "approved" },
    findings: [],
  });
  expect(result.isError).not.toBe(true);
  expect(JSON.parse(result.text ?? "")).toEqual(result.structuredContent);
  expect(result.parts).toBe(1);
});

test("a bad answer goes back, each finding with its place", async () => {
  const answer = '{\n  "verdict": { "decision": "aproved" }\n}';
  const { structuredContent, isError } = await validateAnswer(await connect(), { agent, answer });
  expect(isError).not.toBe(true);
  expect(structuredContent).toEqual({
    valid: false,
    route: "revise",
    next: "Send the findings back to document-reviewer and ask for the corrected JSON alone; after 2 attempts, put it before the user.",
    findings: [
      {
        code: "response/unknown-value",
        severity: "error",
        message:
          '"verdict.decision" is "aproved", not one of "approved", "approved_with_conditions", "needs_revision", "rejected"',
        hint: 'did you mean "approved"?',
        pointer: "/verdict/decision",
        line: 2,
        column: 28,
      },
    ],
  });
});

test("prose around an answer is an error, and a warning when it is asked to be lenient", async () => {
  const client = await connect();
  const answer = 'Here it is: {"verdict":{"decision":"approved"}}';
  const strict = await validateAnswer(client, { agent, answer });
  const lenient = await validateAnswer(client, { agent, answer, lenient: true });
  const finding = { code: "response/leading-prose", line: 1, column: 1 };
  expect(strict.structuredContent).toMatchObject({ valid: false, findings: [{ ...finding, severity: "error" }] });
  expect(lenient.structuredContent).toMatchObject({ valid: true, findings: [{ ...finding, severity: "warning" }] });
});

test.each(["document-reviewr", "constructor", "../../secret", ""])("an unknown agent %j is a finding", async (name) => {
  const { structuredContent, isError } = await validateAnswer(await connect(), { agent: name, answer: "{}" });
  expect(isError).not.toBe(true);
  expect(structuredContent).toEqual({
    valid: false,
    findings: [expect.objectContaining({ code: "response/unknown-agent", severity: "error" })],
  });
  expect(JSON.stringify(structuredContent)).toContain(`\\"${name}\\" is not an agent of the contract`);
});
