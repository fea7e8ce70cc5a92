import type { Contract } from "../contract/contract.ts";
import { type ContractSchema, loadContract } from "../contract/load.ts";
import { parseYaml } from "../parse/yaml.ts";
import type { WorkflowSchema } from "../workflow/load.ts";
import type { PackContract } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { asRecord } from "./record.ts";
import { withoutMark } from "./without-mark.ts";

/** What Baton ships, as far as a pack is measured by it. */
export interface Base {
  readonly contract: Contract;
  readonly contractSchema: () => Promise<ContractSchema>;
  readonly workflowSchema: () => Promise<WorkflowSchema>;
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
