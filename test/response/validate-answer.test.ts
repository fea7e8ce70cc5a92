import { expect, test } from "vitest";
import { limits } from "../../src/parse/parsed.ts";
import { compileFits, compileSchema } from "../../src/response/compile-schema.ts";
import { answerLimits, validateAnswer } from "../../src/response/validate-answer.ts";
import { said } from "../helpers/said.ts";
import { schemaOf, shipped, validate } from "../helpers/shipped-rules.ts";

const own = (schema: object) => ({ agent: "quality-fixer", file: "own.json", schema, fits: compileFits(schema) });

test("a valid answer comes back read, with its route", async () => {
  expect(await validate("quality-fixer", ' {"status": "approved"}\n', { file: "a.json" })).toEqual({
    file: "a.json",
    agent: "quality-fixer",
    valid: true,
    answer: { status: "approved" },
    findings: [],
    routed: { route: "proceed", next: "Go on with the next step.", decidedBy: { field: "status", value: "approved" } },
  });
});

test("an answer that breaks its schema comes back read, with every finding", async () => {
  const { answer, valid, findings, routed } = await validate(
    "task-executor",
    '{"status": "completed", "filesModified": ""}',
  );
  expect({ answer, valid }).toEqual({ answer: { status: "completed", filesModified: "" }, valid: false });
  expect(findings.map(said)).toEqual([
    'response/missing-field 1:1+44 "requiresTestReview" is missing when "status" is "completed"',
    'response/wrong-type 1:42+2 "filesModified" is "", not an array when "status" is "completed"',
  ]);
  expect(routed?.route).toBe("revise");
});

test("an answer has to fit a project's schema beside the shipped one", async () => {
  const beside = [own({ required: ["checksPerformed"] })];
  expect((await validate("quality-fixer", '{"status": "approved", "checksPerformed": []}', { beside })).valid).toBe(
    true,
  );
  const { findings } = await validate("quality-fixer", '{"status": "aproved"}', { beside });
  expect(findings.map((one) => `${one.code} ${one.message}`)).toEqual([
    'response/unknown-value "status" is "aproved", not one of "approved", "blocked", "stub_detected"',
    'response/missing-field "checksPerformed" is missing',
  ]);
});

test("what two schemas object to in the same words is said once", async () => {
  const { findings } = await validate("quality-fixer", "{}", { beside: [own({ required: ["status"] })] });
  expect(findings.map(said)).toEqual(['response/missing-field 1:1+2 "status" is missing']);
});

test("an agent of the contract without a schema cannot be checked", async () => {
  const rules = { contract: shipped.contract, schemas: [] };
  const { findings, valid, routed } = await validateAnswer({ file: "a", text: "{}", agent: "solver" }, rules);
  expect({ valid, routed }).toEqual({ valid: false, routed: undefined });
  expect(findings.map(said)).toEqual([
    'response/unknown-agent - "solver" has no schema → write .baton/schemas/solver.schema.json',
  ]);
});

test("an agent that is not in the contract is not checked, even with a schema", async () => {
  const rules = { contract: shipped.contract, schemas: [await schemaOf("solver")] };
  const { findings } = await validateAnswer({ file: "a", text: "{}", agent: "slover" }, rules);
  expect(findings).toMatchObject([{ code: "response/unknown-agent", hint: 'did you mean "solver"?' }]);
});

test("keys that JavaScript knows pollute nothing and route nothing", async () => {
  const text = '{"__proto__": {"status": "approved"}, "constructor": {"prototype": {"status": "approved"}}}';
  for (const lenient of [false, true]) {
    const { valid, findings } = await validate("quality-fixer", text, { lenient });
    expect(valid).toBe(false);
    expect(findings.map((one) => one.message)).toEqual(['"status" is missing']);
  }
  expect("status" in {}).toBe(false);
});

test("lone surrogates are text like any other", async () => {
  const { valid, answer } = await validate(
    "quality-fixer",
    '{"status": "approved", "note": "\\ud800", "raw": "\uDC00"}',
  );
  expect(valid).toBe(true);
  expect(JSON.stringify(answer)).toBe('{"status":"approved","note":"\\ud800","raw":"\\udc00"}');
});

test("the quick look and the parser allow the same depth", () => {
  expect(answerLimits.depth).toBe(limits.depth);
});

test("a schema that would answer with a promise is not usable", () => {
  for (const compile of [compileFits, compileSchema])
    expect(() => compile({ $async: true, type: "object" })).toThrow('unknown keyword: "$async"');
});

test("a schema with a keyword nobody knows is not usable", () => {
  expect(() => compileFits({ requierd: ["a"] })).toThrow('unknown keyword: "requierd"');
});

test.each([
  ["wrong values", `{"status":"needs_revision","requiredFixes":[${"1,".repeat(60_000)}2]}`],
  ["keys given twice", `{${'"a":1,'.repeat(60_000)}"status":"approved"}`],
])("of many %s a hundred are told, in little time", async (_, text) => {
  const rules = { contract: shipped.contract, schemas: [await schemaOf("integration-test-reviewer")] };
  const { valid, findings } = await validateAnswer({ file: "a", text, agent: "integration-test-reviewer" }, rules);
  expect(valid).toBe(false);
  expect(findings.length).toBeGreaterThanOrEqual(100);
  expect(findings.length).toBeLessThanOrEqual(102);
});
