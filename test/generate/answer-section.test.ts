import { expect, test } from "vitest";
import { withAnswerSection } from "../../scripts/generate/answer-section.ts";

const agent = `name = "critic"
developer_instructions = '''
Judge.

## Answer
something old
- and older
'''
sandbox_mode = "read-only"
`;
const schema = { properties: { status: { enum: ["approved"], description: "How it went." } }, required: ["status"] };

test("what stands under the heading is replaced, and nothing else", () => {
  const text = withAnswerSection(agent, "agents/critic.toml", schema);
  expect(text).toBe(`name = "critic"
developer_instructions = '''
Judge.

## Answer
Your final message is this JSON object alone: no prose around it, no code fence. A field marked ? may be absent or null.
- status (approved): How it went
'''
sandbox_mode = "read-only"
`);
  expect(withAnswerSection(text, "agents/critic.toml", schema)).toBe(text);
});

test.each([
  ["no such heading", "developer_instructions = '''\nJudge.\n'''\n", schema, 'has no section "## Answer"'],
  [
    "no end of its instructions",
    'developer_instructions = """\n## Answer\n"""\n',
    schema,
    'has no section "## Answer"',
  ],
  ["no schema", agent, undefined, "references/schemas has no schema for this agent"],
  ["a schema that would end its text", agent, { properties: { a: { description: "Not '''this'''." } } }, "hold '''"],
])("an agent with %s is refused", (_, text, schema, message) => {
  expect(() => withAnswerSection(text, "agents/critic.toml", schema)).toThrow(message);
});
