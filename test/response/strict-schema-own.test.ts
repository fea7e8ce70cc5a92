import { expect, test } from "vitest";
import { strictSchema } from "../../src/response/strict-schema.ts";

test.each([
  [
    "conditions and bounds strict mode does not know are left out",
    { type: "string", minLength: 1, pattern: "a", format: "uri", not: {}, if: {}, default: 1 },
    { type: "string" },
  ],
  [
    "bounds it knows are kept",
    { type: "array", minItems: 1, uniqueItems: true, items: { type: "integer", minimum: 0 } },
    { type: "array", minItems: 1, items: { type: "integer", minimum: 0 } },
  ],
  [
    "an object without a type is given one",
    { properties: { a: { type: "string" } }, required: ["a"] },
    { type: "object", properties: { a: { type: "string" } }, required: ["a"], additionalProperties: false },
  ],
  [
    "an object without properties is closed",
    { type: ["object", "null"] },
    { type: ["object", "null"], properties: {}, required: [], additionalProperties: false },
  ],
  ["an enum is given the type of its values", { enum: ["a", "b"] }, { enum: ["a", "b"], type: "string" }],
  ["an enum with null is given both types", { enum: ["a", null] }, { enum: ["a", null], type: ["string", "null"] }],
  ["a const is given its type", { const: 1 }, { const: 1, type: "number" }],
  [
    "a choice of types is kept",
    { anyOf: [{ type: "string" }, { type: "null" }] },
    { anyOf: [{ type: "string" }, { type: "null" }] },
  ],
  [
    "a choice of exactly one becomes a choice",
    { oneOf: [{ type: "string" }, { type: "null" }] },
    { anyOf: [{ type: "string" }, { type: "null" }] },
  ],
  [
    "a choice of conditions is left out",
    { type: "string", anyOf: [{ required: ["a"] }, { properties: {} }] },
    { type: "string" },
  ],
  [
    "definitions are made strict too",
    { type: "array", items: { $ref: "#/$defs/a" }, $defs: { a: { type: "object" } } },
    {
      type: "array",
      items: { $ref: "#/$defs/a" },
      $defs: { a: { type: "object", properties: {}, required: [], additionalProperties: false } },
    },
  ],
  [
    "a root that only refers is what it refers to",
    { $ref: "#/$defs/a", $defs: { a: { type: "object" } } },
    {
      type: "object",
      properties: {},
      required: [],
      additionalProperties: false,
      $defs: { a: { type: "object", properties: {}, required: [], additionalProperties: false } },
    },
  ],
  [
    "what was optional may be null instead",
    { type: "object", properties: { a: { type: "string" }, b: { enum: ["x"] }, c: { $ref: "#/$defs/d" } } },
    {
      type: "object",
      properties: {
        a: { type: ["string", "null"] },
        b: { enum: ["x", null], type: ["string", "null"] },
        c: { anyOf: [{ $ref: "#/$defs/d" }, { type: "null" }] },
      },
      required: ["a", "b", "c"],
      additionalProperties: false,
    },
  ],
  [
    "parts that all have to fit are joined",
    {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { not: {} },
        { properties: { b: { type: "number" } }, required: ["b"] },
      ],
    },
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "number" } },
      required: ["a", "b"],
      additionalProperties: false,
    },
  ],
  [
    "fields named like keywords stay",
    { type: "object", properties: { title: { type: "string" }, not: { type: "null" } }, required: ["title"] },
    {
      type: "object",
      properties: { title: { type: "string" }, not: { type: "null" } },
      required: ["title", "not"],
      additionalProperties: false,
    },
  ],
  ["a schema that is no object stays", true, true],
])("%s", (_, schema, expected) => {
  expect(strictSchema(schema)).toEqual(expected);
});

test("the schema that is given is left as it was", () => {
  const schema = { type: "object", properties: { a: { enum: ["x"] } } };
  strictSchema(schema);
  expect(schema).toEqual({ type: "object", properties: { a: { enum: ["x"] } } });
});

test.each([
  [
    "fields of any name",
    { type: "object", additionalProperties: { type: "string" } },
    '"labels" has fields of any name',
  ],
  ["a value of any type", {}, '"labels" may hold anything'],
  ["a value of any type, described", { description: "Labels." }, '"labels" may hold anything'],
])("%s cannot be made strict, and the field is named", (_, labels, message) => {
  expect(() => strictSchema({ type: "object", properties: { labels } })).toThrow(
    `${message}, which strict mode cannot express`,
  );
});
