import type { PackContract, PackSchema } from "./pack.ts";
import { asRecord } from "./record.ts";

const collected = new WeakMap<PackContract, ReadonlySet<string>>();

/** Every word that may stand as a status: the contract's, the outcomes of its agents, what the schemas allow and show in `status` fields. */
export function statusVocabulary(pack: PackContract, schemas: readonly PackSchema[]): ReadonlySet<string> {
  const known = collected.get(pack);
  if (known !== undefined) return known;
  const words = new Set(pack.contract.statuses.map((status) => status.status));
  for (const agent of pack.contract.agents) for (const word of agent.outcomes.keys()) words.add(word);
  for (const schema of pack.shippedSchemas.values()) collect(schema, words);
  for (const { parsed } of schemas) collect(parsed.value, words);
  collected.set(pack, words);
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
    // An example that gives a free field a word allows it: examples are checked against their schema.
    if (typeof value === "string" && /status$/i.test(key)) words.add(value);
    collect(value, words);
  }
}
