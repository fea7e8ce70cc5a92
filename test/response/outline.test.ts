import { expect, test } from "vitest";
import { outlineSchema } from "../../src/response/outline.ts";
import { schemaOf } from "../helpers/shipped-rules.ts";

const outlineOf = async (agent: string) => outlineSchema((await schemaOf(agent)).schema);

test("design-sync's answer in few words", async () => {
  expect(await outlineOf("design-sync")).toBe(`- summary (object): The result as a whole
  - sync_status (NO_CONFLICTS | CONFLICTS_FOUND): CONFLICTS_FOUND: at least one contradiction stands
- conflicts? (list): The contradictions; filled with CONFLICTS_FOUND
  - id (string): A short name to refer to it by
  - severity? (string): How much it matters: critical, high or medium
  - source_location (string): Document and section taken as the reference
  - source_value (string): What stands there
  - target_location (string): Document and section that differs
  - target_value (string): What stands there instead
  - recommendation? (string): Which side should change, and how
- summary.sync_status "CONFLICTS_FOUND": conflicts not empty
- summary.sync_status "NO_CONFLICTS": conflicts empty or absent

Example: {"summary":{"sync_status":"CONFLICTS_FOUND"},"conflicts":[{"id":"C1","severity":"high","source_location":"docs/design/session-expiry-design.md, Error handling","source_value":"An expired token is answered with 401","target_location":"docs/design/api-errors-design.md, Status codes","target_value":"Session failures are answered with 403","recommendation":"Change the second: 403 is kept for missing permission"}]}`);
});

test("prd-creator's answer in few words", async () => {
  expect(
    await outlineOf("prd-creator"),
  ).toBe(`- status (completed | escalation_needed): completed: the work is written to disk; escalation_needed: a person has to decide
- path? (string ^docs/prd/[^/]+\\.md$): The document, relative to the repository root
- paths? (list of string ^docs/prd/[^/]+\\.md$): The documents, when there is more than one
- doc_type? (prd): What kind of document it is
- reason? (string): What is undecided and which choices are open, when status is escalation_needed
- status "completed": doc_type required, path required or paths not empty
- status "escalation_needed": reason required

Example: {"status":"completed","path":"docs/prd/session-expiry-prd.md","paths":null,"doc_type":"prd","reason":null}`);
});

test.each([
  [
    "a field that must be there but may be null",
    { type: "object", required: ["a"], properties: { a: { type: ["string", "null"] } } },
    "- a (string | null)",
  ],
  ["a list of words", { properties: { a: { type: "array", items: { enum: ["x", "y"] } } } }, "- a? (list of x | y)"],
  ["a fixed value", { properties: { a: { const: 1 } } }, "- a? (1)"],
  ["a field of any type", { properties: { a: { description: "Whatever." } } }, "- a? (any): Whatever"],
  ["several types", { properties: { a: { type: ["string", "integer"] } } }, "- a? (string | integer)"],
])("%s", (_, schema, expected) => {
  expect(outlineSchema(schema)).toBe(expected);
});

const when = (condition: object, then: object, otherwise?: object) => ({
  allOf: [{ if: { properties: condition }, then, ...(otherwise && { else: otherwise }) }],
});

test.each([
  [when({ s: { enum: ["a", "b"] } }, { properties: { n: { type: "null" } } }), '- s "a" or "b": n null or absent'],
  [when({ s: { const: true } }, { properties: { n: { maxItems: 0 } } }), "- s true: n empty or absent"],
  [when({ s: { type: "null" } }, { required: ["r"], properties: { r: { minLength: 1 } } }), "- s null: r not empty"],
  [
    when({ s: { const: 1 } }, { properties: { o: { required: ["i"], properties: { k: { const: 2 } } } } }),
    "- s 1: o.i required, o.k is 2",
  ],
  [
    when({ o: { properties: { i: { const: 1 } } } }, { properties: { e: { enum: ["x", "y"] } } }),
    "- o.i 1: e is x or y",
  ],
  [
    when({ s: { const: 1 } }, { required: ["a"] }, { required: ["b"] }),
    "- s 1: a required\n- otherwise than s 1: b required",
  ],
  [when({ s: { minimum: 1 } }, { required: ["a"] }), ""],
  [when({ s: { const: 1 } }, { properties: { a: { type: "string" } } }), ""],
])("a condition in words: %j", (schema, expected) => {
  expect(outlineSchema(schema)).toBe(expected);
});
