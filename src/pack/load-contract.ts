import type { Contract } from "../contract/contract.ts";
import { type ContractSchema, loadContract } from "../contract/load.ts";
import { parseJson } from "../parse/json.ts";
import { parseYaml } from "../parse/yaml.ts";
import { compileSchema } from "../response/compile-schema.ts";
import { loadWorkflows } from "../workflow/load.ts";
import { below } from "./discover.ts";
import type { PackContract, PackSchema, PackWorkflow } from "./pack.ts";
import { type ReadFiles, withoutMark } from "./read-files.ts";
import { asRecord } from "./record.ts";

/** What Baton ships, as far as a pack is measured by it. */
export interface Base {
  readonly contract: Contract;
  readonly contractSchema: () => Promise<ContractSchema>;
  readonly schemaOf: (agent: string) => Promise<{ readonly schema: unknown } | undefined>;
}

/**
 * Loads the contract of a pack, or a project's as a layer over the shipped one. Its findings are kept with the files'.
 * @param own whether it stands by itself
 */
export async function loadPackContract(
  path: string,
  own: boolean,
  base: Base,
  files: ReadFiles,
): Promise<PackContract | undefined> {
  const source = files.readIfThere(path);
  if (source === undefined) return undefined;
  const text = withoutMark(source.text);
  const file = { file: source.file, text };
  const loaded = loadContract(file, await base.contractSchema(), own ? undefined : base.contract);
  files.findings.push(...loaded.findings);
  const parsed = parseYaml(text, source.file);
  const agents = asRecord(parsed.value)?.["agents"];
  const written = (Array.isArray(agents) ? agents : []).flatMap((agent: unknown, index) => {
    const name = asRecord(agent)?.["name"];
    return typeof name === "string" ? [{ name, index }] : [];
  });
  const shippedSchemas = new Map<string, unknown>();
  if (!own) {
    for (const { name } of loaded.contract.agents) {
      const shipped = await base.schemaOf(name);
      if (shipped !== undefined) shippedSchemas.set(name, shipped.schema);
    }
  }
  return { source, parsed, contract: loaded.contract, written, shippedSchemas };
}

/** Loads every `<agent>.schema.json` of a directory. */
export function loadSchemas(directory: string, files: ReadFiles): PackSchema[] {
  return files.reader.list(directory).flatMap(({ name, kind, link }) => {
    const agent = /^(.+)\.schema\.json$/.exec(name)?.[1];
    if (agent === undefined || kind !== "file" || link === "outside") return [];
    const source = files.read(below(directory, name));
    if (source === undefined) return [];
    const parsed = parseJson(source.text, source.file);
    files.findings.push(...parsed.findings);
    return parsed.value === undefined ? [] : [{ agent, source, parsed, ...compile(parsed.value) }];
  });
}

function compile(schema: unknown): Pick<PackSchema, "validate" | "compileError"> {
  try {
    return { validate: compileSchema(schema), compileError: undefined };
  } catch (error) {
    return { validate: undefined, compileError: (error as Error).message };
  }
}

/** Loads the `workflow.yaml` of each recipe, checked against the pack's own references/workflow.schema.json. */
export function loadPackWorkflows(
  directories: readonly string[],
  contract: Contract,
  files: ReadFiles,
): PackWorkflow[] {
  const schema = files.readIfThere("references/workflow.schema.json");
  const value = schema === undefined ? undefined : parseJson(schema.text, schema.file).value;
  const { validate } = value === undefined ? {} : compile(value);
  if (validate === undefined) return [];
  return directories.flatMap((directory) => {
    const source = files.readIfThere(below(directory, "workflow.yaml"));
    if (source === undefined) return [];
    const { flows, findings } = loadWorkflows(source, { schema: value, validate }, contract);
    files.findings.push(...findings);
    return [{ source, parsed: parseYaml(source.text, source.file), flows }];
  });
}
