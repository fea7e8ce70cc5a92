import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { lintPack } from "../../src/pack/lint.ts";
import type { Base } from "../../src/pack/load-contract.ts";
import { loadPack } from "../../src/pack/load-pack.ts";
import { loadShipped } from "../../src/pack/shipped.ts";
import { memoryReader } from "./memory-reader.ts";

const shipped = await loadShipped();
const schemas = new Map<string, ReturnType<typeof shipped.schemaOf>>();

/** What Baton ships, each schema compiled once in a test file. */
export const base: Base = {
  ...shipped,
  schemaOf: (agent) => {
    const known = schemas.get(agent) ?? shipped.schemaOf(agent);
    schemas.set(agent, known);
    return known;
  },
};

/** Lints files that exist in a test only. */
export async function lintFiles(files: Readonly<Record<string, string>>): Promise<Diagnostic[]> {
  return lintPack(await loadPack(memoryReader(files), base));
}
