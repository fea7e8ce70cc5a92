import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prebuiltShipped } from "../../scripts/build/prebuilt-shipped.ts";
import { loadShipped, type Shipped } from "../../src/pack/shipped.ts";
import { compileFits } from "../../src/response/compile-schema.ts";

const directory = mkdtempSync(join(tmpdir(), "baton-prebuilt-"));
const source = await loadShipped();
let prebuilt: Shipped;

beforeAll(async () => {
  const outfile = join(directory, "shipped.mjs");
  const resolveDir = join(import.meta.dirname, "../..");
  const contents = 'export { loadShipped } from "./src/pack/shipped.ts";';
  const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
  await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    platform: "node",
    banner,
    outfile,
    plugins: [prebuiltShipped],
  });
  prebuilt = await (
    (await import(pathToFileURL(outfile).href)) as { loadShipped: () => Promise<Shipped> }
  ).loadShipped();
});
afterAll(() => rmSync(directory, { recursive: true }));

test("the contract in the bundle is the one that is read from source", async () => {
  expect(prebuilt.contract).toEqual(source.contract);
  expect(await prebuilt.contractText()).toBe(await source.contractText());
});

test("the contract's own schema in the bundle finds what the one from source finds", async () => {
  const [bundled, read] = [await prebuilt.contractSchema(), await source.contractSchema()];
  expect(bundled.schema).toEqual(read.schema);
  for (const value of [{ version: 1 }, { version: 2, limit: 1 }, [], { version: 1, agents: [{ name: "A" }] }])
    expect(bundled.validate(value)).toEqual(read.validate(value));
});

test.each(source.contract.agents.map((agent) => agent.name))(
  "%s: the check in the bundle agrees with ajv on the example and on every mutant",
  async (agent) => {
    const bundled = await prebuilt.schemaOf(agent);
    const read = await source.schemaOf(agent);
    if (bundled === undefined || read === undefined) throw new Error(`${agent} has no schema`);
    const { fits: _, ...rest } = bundled;
    expect(rest).toEqual({ agent: read.agent, file: read.file, schema: read.schema, json: read.json });
    const fits = compileFits(read.schema);
    const [example] = (read.schema as { examples: [object] }).examples;
    expect(bundled.fits(example)).toBe(true);
    const mutants = mutantsOf(example);
    for (const mutant of mutants) expect(bundled.fits(mutant), JSON.stringify(mutant)).toBe(fits(mutant));
    expect(mutants.filter((mutant) => !fits(mutant)).length).toBeGreaterThan(10);
  },
);

test("an agent the contract does not have has no schema in the bundle either", async () => {
  for (const name of ["nobody", "toString", "__proto__"]) expect(await prebuilt.schemaOf(name)).toBeUndefined();
});

/** A value with one thing in it taken away or replaced by something of every kind. */
function mutantsOf(value: unknown): unknown[] {
  const replaced: unknown[] = [null, "", "x", 0, 1.5, true, [], {}, [null], { a: 1 }];
  if (value === null || typeof value !== "object") return replaced;
  const inner = Object.entries(value).flatMap(([key, one]) =>
    mutantsOf(one).map((mutant) =>
      Array.isArray(value) ? value.with(Number(key), mutant) : { ...value, [key]: mutant },
    ),
  );
  const without = Array.isArray(value)
    ? [value.slice(1)]
    : Object.keys(value).map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
  return [...replaced, ...without, ...inner];
}
