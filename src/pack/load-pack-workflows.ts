import type { Contract } from "../contract/contract.ts";
import { parseYaml } from "../parse/yaml.ts";
import { loadWorkflows } from "../workflow/load.ts";
import { below } from "./below.ts";
import type { Base } from "./load-contract.ts";
import type { PackWorkflow } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";

/** Loads the `workflow.yaml` of each recipe directory that has one. */
export async function loadPackWorkflows(
  directories: readonly string[],
  contract: Contract,
  files: ReadFiles,
  { workflowSchema }: Pick<Base, "workflowSchema">,
): Promise<PackWorkflow[]> {
  const sources = directories.flatMap((directory) => files.readIfThere(below(directory, "workflow.yaml")) ?? []);
  if (sources.length === 0) return [];
  const schema = await workflowSchema();
  return sources.map((source) => {
    const { flows, findings } = loadWorkflows(source, schema, contract);
    files.findings.push(...findings);
    return { source, parsed: parseYaml(source.text, source.file), flows };
  });
}
