import type { PackContract, PackSchema } from "./pack.ts";
import { asRecord } from "./record.ts";

/** Every word that may stand as a status: the contract's, the outcomes of its agents, the enumerations of `status` fields in the schemas. */
export function statusVocabulary(
  { contract, shippedSchemas }: PackContract,
  schemas: readonly PackSchema[],
): Set<string> {
  const words = new Set(contract.statuses.map((status) => status.status));
  for (const agent of contract.agents) for (const word of agent.outcomes.keys()) words.add(word);
  for (const schema of shippedSchemas.values()) collect(schema, words);
  for (const { parsed } of schemas) collect(parsed.value, words);
  return words;
}

function collect(node: unknown, words: Set<string>): void {
  if (Array.isArray(node)) for (const one of node) collect(one, words);
  const record = asRecord(node);
  if (record === undefined) return;
  for (const [key, value] of Object.entries(record)) {
    const field = /status$/i.test(key) ? asRecord(value) : undefined;
    const allowed = field?.["enum"] ?? [field?.["const"]];
    for (const word of Array.isArray(allowed) ? allowed : []) if (typeof word === "string") words.add(word);
    collect(value, words);
  }
}
