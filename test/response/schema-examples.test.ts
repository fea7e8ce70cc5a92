import { expect, test } from "vitest";
import { agentTable } from "../helpers/agent-table.ts";
import { exampleOf } from "../helpers/answer-for.ts";
import { schemaOf, shipped, validate } from "../helpers/shipped-rules.ts";

const agents = agentTable.map((row) => row.agent);

test.each(agents)("%s: the example of its schema is a valid answer", async (agent) => {
  const verdict = await validate(agent, JSON.stringify(exampleOf(await schemaOf(agent))));
  expect(verdict).toMatchObject({ valid: true, findings: [] });
});

test.each(agents)("%s: its schema names itself, its dialect and every field's meaning", async (agent) => {
  const schema = (await schemaOf(agent)).schema as { properties: Record<string, unknown> };
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:baton:schema:${agent}`,
    title: agent,
    type: "object",
  });
  expect(undescribed(schema.properties, "")).toEqual([]);
});

test.each(agentTable)("$agent: every field it is routed by is in its schema", async ({ agent, fields }) => {
  const { schema } = await schemaOf(agent);
  for (const field of fields.split(" ")) expect(propertyAt(schema, field), field).toBeDefined();
});

test.each(agents)("%s: each required field that is taken away is found, on the object that lacks it", async (agent) => {
  const schema = await schemaOf(agent);
  const places = requiredIn(schema.schema, exampleOf(schema), "");
  expect(places.length).toBeGreaterThan(0);
  for (const { pointer, field } of places) {
    const answer = exampleOf(schema);
    delete holderAt(answer, pointer)[field];
    const { findings } = await validate(agent, JSON.stringify(answer));
    const lacking = findings.filter(
      ({ code, where, message }) =>
        code === "response/missing-field" && where.pointer === pointer && message.includes(`"${field}" is missing`),
    );
    expect(lacking, `${pointer} ${field}`).toHaveLength(1);
  }
});

test("an agent that is not shipped has no schema", async () => {
  expect(await shipped.schemaOf("nobody")).toBeUndefined();
  expect(await shipped.schemaOf("../contract")).toBeUndefined();
});

interface Schema {
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function undescribed(properties: Readonly<Record<string, unknown>>, path: string): string[] {
  return Object.entries(properties as Readonly<Record<string, Schema>>).flatMap(([name, property]) => [
    ...(property.description === undefined ? [`${path}${name}`] : []),
    ...undescribed((property.items ?? property).properties ?? {}, `${path}${name}.`),
  ]);
}

function propertyAt(schema: unknown, field: string): Schema | undefined {
  return field.split(".").reduce<Schema | undefined>((at, name) => at?.properties?.[name], schema as Schema);
}

/** Every required field of every object of a value, by the pointer of the object. */
function requiredIn(schema: unknown, value: unknown, pointer: string): { pointer: string; field: string }[] {
  const { required = [], properties = {}, items } = schema as Schema;
  if (Array.isArray(value)) return value.flatMap((one, at) => requiredIn(items ?? {}, one, `${pointer}/${at}`));
  if (value === null || typeof value !== "object") return [];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    requiredIn(properties[name] ?? {}, one, `${pointer}/${name}`),
  );
  return [...required.map((field) => ({ pointer, field })), ...inner];
}

function holderAt(value: unknown, pointer: string): Record<string, unknown> {
  return pointer
    .split("/")
    .slice(1)
    .reduce((at, name) => at[name] as Record<string, unknown>, value as Record<string, unknown>);
}
