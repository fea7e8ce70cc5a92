import { expect, test } from "vitest";
import { problemsOf } from "../helpers/problems-of.ts";

const field = (schema: object) => ({ type: "object", properties: { x: schema } });

test.each([
  ["type", { type: "string" }, 3, 'type /x: "x" is 3, not a string'],
  ["type", { type: ["integer", "null"] }, "3", 'type /x: "x" is "3", not an integer or null'],
  ["type", { type: "object" }, null, 'missing /x: "x" is null'],
  ["type", { type: "null" }, "no", 'excluded /x: "x" is filled'],
  ["enum", { enum: ["b", "a", null] }, "c", 'value /x: "x" is "c", not one of "a", "b"'],
  [
    "enum",
    { enum: ["small", "large"] },
    "larg",
    'value /x: "x" is "larg", not one of "large", "small" → did you mean "large"?',
  ],
  ["enum", { enum: ["small"] }, null, 'missing /x: "x" is null, not one of "small"'],
  ["enum", { enum: ["small"] }, 7, 'value /x: "x" is 7, not one of "small"'],
  ["const", { const: 1 }, 2, 'value /x: "x" is 2, not 1'],
  ["minItems", { type: "array", minItems: 1 }, [], 'empty /x: "x" is empty'],
  ["minItems", { type: "array", minItems: 2 }, [1], 'form /x: "x" has fewer than 2 items'],
  ["minLength", { type: "string", minLength: 1 }, "", 'empty /x: "x" is empty'],
  ["minLength", { type: "string", minLength: 3 }, "ab", 'form /x: "x" has fewer than 3 characters'],
  ["minProperties", { type: "object", minProperties: 1 }, {}, 'empty /x: "x" is empty'],
  ["maxItems", { type: "array", maxItems: 0 }, [1], 'excluded /x: "x" is filled'],
  ["maxItems", { type: "array", maxItems: 1 }, [1, 2], 'form /x: "x" has more than 1 items'],
  ["maxLength", { type: "string", maxLength: 0 }, "no", 'excluded /x: "x" is filled'],
  ["maxLength", { type: "string", maxLength: 2 }, "abc", 'form /x: "x" has more than 2 characters'],
  ["maxProperties", { type: "object", maxProperties: 1 }, { a: 1, b: 2 }, 'form /x: "x" has more than 1 fields'],
  ["uniqueItems", { type: "array", uniqueItems: true }, ["a", "b", "a"], 'form /x: "x" holds "a" twice'],
  ["pattern", { type: "string", pattern: "^docs/" }, "doc", 'form /x: "x" is "doc", which does not match ^docs/'],
  ["minimum", { type: "number", minimum: 0 }, -1, 'form /x: "x" is -1, which is less than 0'],
  ["maximum", { type: "number", maximum: 9 }, 10, 'form /x: "x" is 10, which is more than 9'],
  ["exclusiveMinimum", { type: "number", exclusiveMinimum: 0 }, 0, 'form /x: "x" is 0, which is not more than 0'],
  ["exclusiveMaximum", { type: "number", exclusiveMaximum: 9 }, 9, 'form /x: "x" is 9, which is not less than 9'],
  ["multipleOf", { type: "number", multipleOf: 2 }, 3, 'form /x: "x" is 3, which is not a multiple of 2'],
  ["not", { not: { const: 1 } }, 1, 'excluded /x: "x" is 1, which is excluded'],
  ["false", false, 1, 'excluded /x: "x" is 1, which is excluded'],
  [
    "oneOf",
    { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
    3,
    'form /x: "x" is 3, which fits none of the allowed forms, or several',
  ],
  ["any other", { unevaluatedItems: false }, [2], 'form /x: "x" is [2], which must NOT have more than 0 items'],
] as const)("%s in words", (_, schema, value, expected) => {
  expect(problemsOf(field(schema as object), { x: value })).toEqual([expected]);
});

test("a long value is cut in its message", () => {
  const [problem] = problemsOf(field({ type: "integer" }), { x: "a".repeat(100) });
  expect(problem).toBe(`type /x: "x" is "${"a".repeat(56)}…, not an integer`);
});

test("a value is never cut in the middle of a character", () => {
  const [problem] = problemsOf(field({ type: "integer" }), { x: `${"a".repeat(55)}${"😀".repeat(9)}` });
  expect(problem).toBe(`type /x: "x" is "${"a".repeat(55)}…, not an integer`);
});

test("a value inside lists and objects is named by its path", () => {
  const schema = field({ type: "array", items: { type: "object", properties: { "a/b": { type: "string" } } } });
  expect(problemsOf(schema, { x: [{}, { "a/b": 1 }] })).toEqual(['type /x/1/a~1b: "x[1].a/b" is 1, not a string']);
});

test("the whole value is named as such", () => {
  expect(problemsOf({ type: "object" }, [])).toEqual(["type (all): the value is [], not an object"]);
});
