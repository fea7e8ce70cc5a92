import { expect, test } from "vitest";
import { connect, validateAnswer } from "../helpers/mcp-session.ts";

const words = { agent: "document-reviewer", answer: '{"verdict":{"decision":"approved"}}' };

test("a project's broken contract is an error that names each place", async () => {
  const contract = "version: 1\nlimits:\n  revisions: 3\n  verificationFixCycles: 2\n";
  const result = await validateAnswer(await connect({ ".baton/contract.yaml": contract }), words);
  expect(result).toEqual({
    isError: true,
    structuredContent: undefined,
    parts: 1,
    text: `.baton/contract.yaml:3:14: "revisions" is 3, more than the 2 it extends [contract/loosened] (use 2 or less)
.baton/contract.yaml:4:26: "verificationFixCycles" is 2, more than the 1 it extends [contract/loosened] (use 1 or less)`,
  });
});

test("a project's broken schema is an error that names the file", async () => {
  const files = { ".baton/contract.yaml": "version: 1\n", ".baton/schemas/document-reviewer.schema.json": "{,}" };
  const { text, isError } = await validateAnswer(await connect(files), words);
  expect(isError).toBe(true);
  expect(text).toMatch(/^\.baton\/schemas\/document-reviewer\.schema\.json:1:2: .* \[parse\/json\]/);
});

test("a project's schema holds beside the shipped one", async () => {
  const schema = JSON.stringify({ type: "object", required: ["scores"] });
  const files = { ".baton/contract.yaml": "version: 1\n", ".baton/schemas/document-reviewer.schema.json": schema };
  const { structuredContent } = await validateAnswer(await connect(files), words);
  expect(structuredContent).toMatchObject({
    valid: false,
    findings: [{ code: "response/missing-field", message: '"scores" is missing' }],
  });
});
