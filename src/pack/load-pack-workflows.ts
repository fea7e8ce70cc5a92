import type { Contract } from "../contract/contract.ts";
import { parseJson } from "../parse/json.ts";
import { parseYaml } from "../parse/yaml.ts";
import { loadWorkflows } from "../workflow/load.ts";
import { below } from "./below.ts";
import type { PackWorkflow } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import { tryCompile } from "./try-compile.ts";

/** Loads the `workflow.yaml` of each recipe, checked against the pack's own references/workflow.schema.json. */
export function loadPackWorkflows(
  directories: readonly string[],
  contract: Contract,
  files: ReadFiles,
): PackWorkflow[] {
  const schema = files.readIfThere("references/workflow.schema.json");
  const value = schema === undefined ? undefined : parseJson(schema.text, schema.file).value;
  const { validate } = value === undefined ? {} : tryCompile(value);
  if (validate === undefined) return [];
  return directories.flatMap((directory) => {
    const source = files.readIfThere(below(directory, "workflow.yaml"));
    if (source === undefined) return [];
    const { flows, findings } = loadWorkflows(source, { schema: value, validate }, contract);
    files.findings.push(...findings);
    return [{ source, parsed: parseYaml(source.text, source.file), flows }];
  });
}
