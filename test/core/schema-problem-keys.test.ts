import { expect, test } from "vitest";
import { problemsOf } from "../helpers/problems-of.ts";

test("a missing field is reported on the object that lacks it", () => {
  const schema = { required: ["a"], properties: { b: { type: "object", required: ["c", "d"] } } };
  expect(problemsOf(schema, { b: {} })).toEqual([
    'missing (all): "a" is missing',
    'missing /b: in "b" "c" is missing',
    'missing /b: in "b" "d" is missing',
  ]);
});

test("a field that is near the missing one is asked about, the nearest of several", () => {
  expect(problemsOf({ required: ["status"] }, { statuses: 1, statu: 1 })).toEqual([
    'missing (all): "status" is missing → is "statu" meant to be it?',
  ]);
});

test("a field that depends on another is missing like any other", () => {
  expect(problemsOf({ dependentRequired: { decides: ["outcomes"] } }, { decides: "x" })).toEqual([
    'missing (all): "outcomes" is missing',
  ]);
});

test("an unknown field is reported at its own place, with the known ones", () => {
  const schema = { type: "object", properties: { agent: {}, type: {} }, additionalProperties: false };
  expect(problemsOf(schema, { agnet: 1, "a~/b": 1 })).toEqual([
    'unknown-key /agnet: "agnet" is not a known field, known are "agent", "type" → did you mean "agent"?',
    'unknown-key /a~0~1b: "a~/b" is not a known field, known are "agent", "type"',
  ]);
});

test("the known fields of a shared definition are found through its reference", () => {
  const schema = {
    properties: { node: { $ref: "#/$defs/node" } },
    $defs: { node: { type: "object", properties: { agent: {} }, additionalProperties: false } },
  };
  expect(problemsOf(schema, { node: { x: 1 } })).toEqual([
    'unknown-key /node/x: in "node" "x" is not a known field, known are "agent"',
  ]);
});

test("an object that allows no field at all names none", () => {
  expect(problemsOf({ type: "object", additionalProperties: false }, { x: 1 })).toEqual([
    'unknown-key /x: "x" is not a known field',
  ]);
});

test("a key of the wrong form is shown itself, once", () => {
  const schema = { type: "object", propertyNames: { pattern: "^[a-z]+$" } };
  expect(problemsOf({ properties: { flows: schema } }, { flows: { Bad_Name: 1 } })).toEqual([
    'form /flows: in "flows" the key "Bad_Name" does not match ^[a-z]+$',
  ]);
});
