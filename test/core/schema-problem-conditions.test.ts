import { expect, test } from "vitest";
import { problemsOf } from "../helpers/problems-of.ts";

const when = (properties: object, then: object, otherwise?: object) => ({
  allOf: [{ if: { properties, required: Object.keys(properties) }, then, ...(otherwise && { else: otherwise }) }],
});

test.each([
  ["a value", { status: { const: "blocked" } }, { status: "blocked" }, '"status" is "blocked"'],
  ["several values", { status: { enum: ["a", "b"] } }, { status: "b" }, '"status" is "a" or "b"'],
  ["null", { status: { type: "null" } }, { status: null }, '"status" is null'],
  ["any text", { status: { type: "string" } }, { status: "x" }, '"status" is filled'],
  ["a truth", { status: { const: true } }, { status: true }, '"status" is true'],
])("a field asked for because of %s says so", (_, condition, value, words) => {
  expect(problemsOf(when(condition, { required: ["reason"] }), value)).toEqual([
    `missing (all): "reason" is missing when ${words}`,
  ]);
});

test("a condition on an inner field names its path", () => {
  const condition = { verdict: { properties: { decision: { const: "approved" } }, required: ["decision"] } };
  const schema = when(condition, { required: ["reason"] });
  expect(problemsOf(schema, { verdict: { decision: "approved" } })).toEqual([
    'missing (all): "reason" is missing when "verdict.decision" is "approved"',
  ]);
});

test("an else is told by what does not hold", () => {
  const schema = when({ a: { const: 1 } }, {}, { required: ["b"] });
  expect(problemsOf(schema, { a: 2 })).toEqual(['missing (all): "b" is missing when it is not so that "a" is 1']);
});

test("a condition without short words is left out", () => {
  expect(problemsOf(when({ a: { minimum: 1 } }, { required: ["b"] }), { a: 1 })).toEqual([
    'missing (all): "b" is missing',
  ]);
});

test("a condition and the plain rule that object to one value are told once, by the condition", () => {
  const schema = {
    properties: { a: { const: 1 }, fixes: { type: "array" } },
    ...when({ a: { const: 1 } }, { properties: { fixes: { type: "array" } } }),
  };
  expect(problemsOf(schema, { a: 1, fixes: "none" })).toEqual([
    'type /fixes: "fixes" is "none", not an array when "a" is 1',
  ]);
});

test("what either of two fields would mend is one problem", () => {
  const schema = when(
    { status: { const: "completed" } },
    {
      anyOf: [
        { required: ["path"], properties: { path: { type: "string" } } },
        { required: ["paths"], properties: { paths: { type: "array", minItems: 1 } } },
      ],
    },
  );
  expect(problemsOf(schema, { status: "completed", paths: [] })).toEqual([
    'missing (all): "path" is missing and "paths" is empty when "status" is "completed" → one of them is enough',
  ]);
});

test("alternatives that fail in one element leave the errors of another alone", () => {
  const either = { anyOf: [{ required: ["a"] }, { required: ["b"] }], properties: { c: { type: "string" } } };
  expect(problemsOf({ type: "array", items: either }, [{}, { a: 1, c: 2 }])).toEqual([
    'missing /0: in "[0]" "a" is missing and in "[0]" "b" is missing → one of them is enough',
    'type /1/c: "[1].c" is 2, not a string',
  ]);
});

test("a reference with a bare per cent sign does not break the words", () => {
  const schema = { $ref: "#/$defs/100%25", $defs: { "100%": { required: ["a"] } } };
  expect(problemsOf(schema, {})).toEqual(['missing (all): "a" is missing']);
});
