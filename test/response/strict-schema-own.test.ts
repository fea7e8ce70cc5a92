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
    { properties: { a: { type: "string" } } },
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
    { $ref: "#/$defs/a", $defs: { a: { type: "object" } } },
    { $ref: "#/$defs/a", $defs: { a: { type: "object", properties: {}, required: [], additionalProperties: false } } },
  ],
  [
    "fields named like keywords stay",
    { type: "object", properties: { title: { type: "string" }, not: { type: "null" } } },
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
