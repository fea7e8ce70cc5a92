import { resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { loadProjectRules } from "../pack/project-rules.ts";
import type { InstalledFile } from "./facts.ts";
import { failureFindings } from "./failure-findings.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * What keeps the contract, or an edited schema, from being loaded: the hooks go by both, and let everything pass without
 * them.
 */
export async function rulesProblems(
  { cwd, named }: Surroundings,
  env: Readonly<Record<string, string | undefined>>,
  files: readonly InstalledFile[],
): Promise<readonly Diagnostic[]> {
  try {
    const rules = await loadProjectRules(cwd, env);
    for (const { target, state } of files) {
      const agent = /^\.baton\/schemas\/(.+)\.schema\.json$/.exec(target)?.[1];
      if (agent !== undefined && state === "edited") await rules.schemasFor(agent);
    }
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // The loader names files from its own directory.
    const fromHere = (file: string): string => named(resolve(cwd, file)).file;
    return failureFindings(error, ".baton/contract.yaml").map((finding) => ({
      ...finding,
      where: { ...finding.where, file: fromHere(finding.where.file) },
    }));
  }
}
