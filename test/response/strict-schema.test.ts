import { expect, test } from "vitest";
import { compileFits } from "../../src/response/compile-schema.ts";
import { strictSchema } from "../../src/response/strict-schema.ts";
import { agentTable } from "../helpers/agent-table.ts";
import { exampleOf } from "../helpers/answer-for.ts";
import { schemaOf } from "../helpers/shipped-rules.ts";

const agents = agentTable.map((row) => row.agent);

// Source: OpenAI, "Structured Outputs", supported schemas.
const supported = new Set([
  ...[
    "type",
    "description",
    "enum",
    "const",
    "anyOf",
    "$ref",
    "$defs",
    "properties",
    "required",
    "additionalProperties",
  ],
  ...["items", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
]);

test.each(agents)("%s: the strict variant is one that strict mode accepts", async (agent) => {
  const strict = strictSchema((await schemaOf(agent)).schema) as Schema;
  expect(strict.type).toBe("object");
  expect(objections(strict, "#")).toEqual([]);
});

test.each(agents)(
  "%s: an answer in the strict variant, null where nothing is said, fits the full schema",
  async (agent) => {
    const schema = await schemaOf(agent);
    const { strict, fits } = await strictOf(agent);
    const answer = filled(exampleOf(schema), strict);
    expect(fits(answer)).toBe(true);
    expect(schema.fits(answer)).toBe(true);
  },
);

test.each(agents)("%s: the strict variant refuses a field too many and one too few", async (agent) => {
  const schema = await schemaOf(agent);
  const { strict, fits } = await strictOf(agent);
  const answer = filled(exampleOf(schema), strict) as Record<string, unknown>;
  expect(fits({ ...answer, more: 1 })).toBe(false);
  for (const field of Object.keys(answer)) expect(fits({ ...answer, [field]: undefined }), field).toBe(false);
});

/** The strict variant of an agent's schema, with its check, compiled once. */
async function strictOf(agent: string): Promise<Variant> {
  const strict = strictSchema((await schemaOf(agent)).schema) as Schema;
  const variant = variants.get(agent) ?? { strict, fits: compileFits(strict) };
  variants.set(agent, variant);
  return variant;
}
const variants = new Map<string, Variant>();

interface Variant {
  readonly strict: Schema;
  readonly fits: (value: unknown) => boolean;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
}

/** What strict mode would refuse: unknown keywords, a value without a type, an object that is open or has optional fields. */
function objections(schema: Schema, path: string): string[] {
  const { type, properties = {}, required = [], additionalProperties, items } = schema;
  const isObject = [type].flat().includes("object");
  return [
    ...Object.keys(schema)
      .filter((keyword) => !supported.has(keyword))
      .map((keyword) => `${path}: ${keyword}`),
    ...(type === undefined && !("anyOf" in schema) && !("$ref" in schema) ? [`${path}: no type`] : []),
    ...(isObject && additionalProperties !== false ? [`${path}: open`] : []),
    ...Object.keys(properties)
      .filter((name) => !required.includes(name))
      .map((name) => `${path}: ${name} is optional`),
    ...Object.entries(properties).flatMap(([name, one]) => objections(one, `${path}/${name}`)),
    ...(items === undefined ? [] : objections(items, `${path}/*`)),
  ];
}

/** A value with null for every field it leaves out. */
function filled(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, schema.items ?? {}));
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    fields.map(([name, one]) => [name, filled((value as Record<string, unknown>)[name] ?? null, one)]),
  );
}
