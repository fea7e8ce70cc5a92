import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Plugin } from "esbuild";
import { loadShipped } from "../../src/pack/shipped.ts";
import { ajvOptions } from "../../src/response/compile-schema.ts";

const root = join(import.meta.dirname, "../..");

/**
 * Replaces src/pack/shipped.ts in the bundle by a module with the same values: the contract parsed, and every schema
 * compiled by ajv ahead of time, each in a chunk of its own.
 */
export const prebuiltShipped: Plugin = {
  name: "prebuilt-shipped",
  setup: ({ onLoad, onResolve }) => {
    onLoad({ filter: /src[\\/]pack[\\/]shipped\.ts$/ }, async () => ({
      contents: await shippedModule(),
      loader: "js",
      resolveDir: root,
    }));
    onResolve({ filter: /^prebuilt:/ }, ({ path }) => ({
      path: path.slice("prebuilt:".length),
      namespace: "prebuilt",
    }));
    onLoad({ filter: /.*/, namespace: "prebuilt" }, async ({ path }) => ({
      contents: await moduleOf(path),
      loader: "js",
      resolveDir: root,
    }));
  },
};

async function shippedModule(): Promise<string> {
  const { contract } = await loadShipped();
  const agents = contract.agents.map((agent) => ({ ...agent, outcomes: [...agent.outcomes] }));
  const loaders = agents.map(
    ({ name }) => `${JSON.stringify(name)}: () => import("prebuilt:references/schemas/${name}.schema.json")`,
  );
  const recipes = readdirSync(join(root, "recipes")).filter((name) =>
    existsSync(join(root, "recipes", name, "workflow.yaml")),
  );
  const flows = recipes.map(
    (name) => `${JSON.stringify(name)}: () => import("prebuilt:recipes/${name}/workflow.yaml")`,
  );
  return `
const contract = JSON.parse(${JSON.stringify(JSON.stringify({ ...contract, agents }))});
const schemas = { ${loaders.join(",\n")} };
const flows = { ${flows.join(",\n")} };
export const isRecipeName = (name) => /^recipe-[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
export async function loadShipped() {
  return {
    contract: { ...contract, agents: contract.agents.map((agent) => ({ ...agent, outcomes: new Map(agent.outcomes) })) },
    contractText: async () => (await import("prebuilt:references/contract.yaml")).text,
    contractSchema: () => import("prebuilt:references/contract.schema.json"),
    workflowSchema: () => import("prebuilt:references/workflow.schema.json"),
    schemaOf: async (agent) => {
      if (!Object.hasOwn(schemas, agent)) return undefined;
      const { file, json, fits } = await schemas[agent]();
      let schema;
      return { agent, file, json, fits, get schema() { return (schema ??= JSON.parse(json)); } };
    },
    flowOf: async (recipe) => (Object.hasOwn(flows, recipe) ? await flows[recipe]() : undefined),
  };
}
`;
}

async function moduleOf(path: string): Promise<string> {
  if (path.startsWith("recipes/")) return flowModule(path);
  if (path.endsWith(".yaml")) return textModule(path);
  return path.includes("/schemas/") ? schemaModule(path) : formatModule(path);
}

/** The schema of a file format, compiled when it is asked for: only a project with a contract or a workflow of its own needs it. */
function formatModule(file: string): string {
  return `import { compileSchema } from "./src/response/compile-schema.ts";
export const schema = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(join(root, file), "utf8"))))});
export const validate = compileSchema(schema);`;
}

/** A recipe's flow as the graph it was read to, and its text: an unedited copy in a project needs no second reading. */
async function flowModule(file: string): Promise<string> {
  const recipe = basename(dirname(file));
  const shipped = await (await loadShipped()).flowOf(recipe);
  if (shipped === undefined) throw new Error(`${file} holds no flow of ${recipe}`);
  const { flow, text } = shipped;
  const written = JSON.stringify({ ...flow, nodes: [...flow.nodes] });
  return `const written = JSON.parse(${JSON.stringify(written)});
export const flow = { ...written, nodes: new Map(written.nodes) };
export const text = ${JSON.stringify(text)};`;
}

function textModule(file: string): string {
  return `export const text = ${JSON.stringify(readFileSync(join(root, file), "utf8"))};`;
}

/**
 * A schema, to be parsed where an answer does not fit it, and its check; what ajv's code asks for at run time is bundled
 * like any other import. The check says yes or no: under a `not`, ajv leaves out of its code what it would say of each
 * error, a third of it.
 */
function schemaModule(file: string): string {
  const schema = JSON.parse(readFileSync(join(root, file), "utf8")) as object;
  const { $schema, $id, $defs, ...rest } = schema as Readonly<Record<string, unknown>>;
  const refused = { $schema, $id, ...($defs === undefined ? {} : { $defs }), not: rest };
  const ajv = new Ajv2020({
    ...ajvOptions,
    messages: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  const code = standaloneCode.default(ajv, ajv.compile(refused as object)).replace(/export default [\w$]+;/, "");
  return `${code.replace(/export const validate = (\w+);/, "const refuses = $1;")}
export const fits = (value) => !refuses(value);
export const file = ${JSON.stringify(file)};
export const json = ${JSON.stringify(JSON.stringify(schema))};
`;
}
