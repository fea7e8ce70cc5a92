import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { said } from "../helpers/said.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { textAt } from "../helpers/text-at.ts";

interface Answer {
  readonly file: string;
  readonly agent: string;
  readonly valid: boolean;
  readonly findings: Parameters<typeof said>[0][];
}

async function validated(text: string): Promise<Answer & { readonly status: number }> {
  const cwd = temporaryFiles({ "01.json": text });
  const { out, status } = await baton(["validate", "01.json", "--json"], { cwd });
  const { answers } = JSON.parse(out) as { answers: [Answer] };
  return { ...answers[0], status };
}

test.each([
  ["an object", '{"agent": "quality-fixer", "answer": {"status": "approved"}}'],
  ["an object, named second", '{"answer": {"status": "approved"}, "agent": "quality-fixer"}'],
  ["text", '{"agent": "quality-fixer", "answer": "{\\"status\\": \\"approved\\"}"}'],
  ["an object behind a byte order mark", '\uFEFF{"agent": "quality-fixer", "answer": {"status": "approved"}}'],
])("an envelope names the agent, its answer being %s", async (_, text) => {
  expect(await validated(text)).toMatchObject({ file: "01.json", agent: "quality-fixer", valid: true, status: 0 });
});

const misspelt = `{
  "agent": "quality-fixer",
  "answer": {
    "status": "aproved"
  }
}`;
test.each([
  ["an object", misspelt, '"aproved"'],
  ["an object on the first line, behind a byte order mark", `\uFEFF${misspelt.replaceAll("\n", " ")}`, '"aproved"'],
  [
    "text on one line",
    '{"agent": "quality-fixer",\n "answer": "{\\n \\"status\\": \\"aproved\\"\\n}"}',
    '\\"aproved\\"',
  ],
  [
    "text with escapes before it",
    '{"agent": "quality-fixer", "answer": "\\u007b\\t\\"status\\": \\"aproved\\"}"}',
    '\\"aproved\\"',
  ],
])("a finding stands in the file itself, the answer being %s", async (_, text, place) => {
  const { findings } = await validated(text);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.code).toBe("response/unknown-value");
  expect(textAt(text, findings[0]?.where.span)).toBe(place);
});

test("the line that is shown is the file's", async () => {
  const cwd = temporaryFiles({ "01.json": misspelt });
  expect((await baton(["validate", "01.json"], { cwd })).out.split("\n").slice(1, 3)).toEqual([
    '  4 |     "status": "aproved"',
    "    |               ^^^^^^^^^",
  ]);
});

test("prose inside an envelope is prose around the answer", async () => {
  const { findings, valid } = await validated(
    '{"agent": "quality-fixer", "answer": "Done: {\\"status\\": \\"approved\\"}"}',
  );
  expect(valid).toBe(false);
  expect(findings.map(said)).toEqual([
    "response/leading-prose 1:39+5 prose stands before the payload → return the JSON object alone",
  ]);
});

test("a key given twice inside the answer is found in both its places", async () => {
  const { findings } = await validated(
    '{"agent": "quality-fixer", "answer": {"status": "blocked", "status": "approved"}}',
  );
  expect(findings.map(said)).toEqual([
    'response/duplicate-key 1:60+8 "status" is given twice → keep one of them | 1:39+8 first given here',
  ]);
});

test("a key of the envelope given twice is not guessed", async () => {
  const cwd = temporaryFiles({ "01.json": '{"agent": "solver", "answer": {}, "agent": "quality-fixer"}' });
  expect(await baton(["validate", "01.json"], { cwd })).toMatchObject({
    status: 3,
    err: expect.stringMatching(/^01\.json:1:35: error: "agent" is given twice \[parse\/duplicate-key\]\n/),
  });
});

test.each([
  ["a third key", '{"agent": "quality-fixer", "answer": {}, "more": 1}'],
  ["no answer", '{"agent": "quality-fixer"}'],
  ["an agent that is no name", '{"agent": 1, "answer": {}}'],
])("what has %s is no envelope", async (_, text) => {
  const cwd = temporaryFiles({ "01.json": text });
  expect(await baton(["validate", "01.json"], { cwd })).toMatchObject({ status: 2, out: "" });
});

test("an envelope that nests too deep is an answer that does", async () => {
  const { findings, agent } = await validated(
    `{"agent": "quality-fixer", "answer": {"a": ${"[".repeat(90_000)}${"]".repeat(90_000)}}}`,
  );
  expect(agent).toBe("quality-fixer");
  expect(findings.map((one) => one.code)).toEqual(["response/too-deep"]);
});

test("the command line's word for the agent holds before the envelope's", async () => {
  const text = '{"agent": "quality-fixer", "answer": {"status": "approved"}}';
  const { out, status } = await baton(["validate", "--stdin", "--agent", "solver", "--json"], { stdin: text });
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ answers: [{ agent: "solver", valid: false }] });
});
