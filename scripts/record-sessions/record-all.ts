import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cases } from "./cases.ts";
import { compactSession } from "./compact-session.ts";
import { perform } from "./perform.ts";
import type { SessionCase } from "./session-case.ts";

const corpus = join(import.meta.dirname, "../../test/corpus/audit");
const models = { 1: "mock-model", 2: "gpt-6.1-sol" } as const;

/** Records every case whose folder holds the text, two at a time, and tells what changed; gives the exit status. */
export async function recordAll(filter: string): Promise<number> {
  const wanted = cases.filter(({ folder }) => folder.includes(filter));
  const waiting = [...wanted];
  const changes: string[] = [];
  let done = 0;
  let failed = 0;
  let bytes = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const told = await record(next).catch((error: unknown) => {
        failed += 1;
        return { change: `failed: ${String(error)}`, bytes: 0 };
      });
      done += 1;
      bytes += told.bytes;
      console.log(`${String(done).padStart(3)}/${wanted.length} ${next.folder}: ${told.change}, ${told.bytes} bytes`);
      if (told.change !== "same") changes.push(`${told.change} ${next.folder}`);
    }
  };
  await Promise.all([work(), work()]);
  if (filter === "") changes.push(...removeOthers());
  writeFileSync(join(corpus, "cases.json"), renderList());
  console.log(`\n${wanted.length} sessions, ${Math.round(bytes / 1024)} KB; ${changes.length} not as before`);
  for (const change of changes.toSorted()) console.log(`  ${change}`);
  return failed === 0 ? 0 : 1;
}

async function record(one: SessionCase): Promise<{ change: string; bytes: number }> {
  const { generation, folder } = one;
  const files = compactSession(await perform({ ...one, model: models[generation] }));
  const directory = join(corpus, folder);
  const before = rolloutsIn(directory);
  const isSame = before.size === files.size && [...files].every(([name, text]) => before.get(name) === text);
  mkdirSync(directory, { recursive: true });
  for (const name of before.keys()) rmSync(join(directory, name));
  for (const [name, text] of files) writeFileSync(join(directory, name), text);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { change: isSame ? "same" : before.size === 0 ? "new" : "changed", bytes };
}

function rolloutsIn(directory: string): ReadonlyMap<string, string> {
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".jsonl")) : [];
  return new Map(names.map((name) => [name, readFileSync(join(directory, name), "utf8")]));
}

/** Takes away recordings of cases that there are no more. */
function removeOthers(): string[] {
  const known = new Set(cases.map(({ folder }) => folder));
  const recorded = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => dirname(name));
  const others = [...new Set(recorded)].filter((folder) => !known.has(folder));
  for (const folder of others) rmSync(join(corpus, folder), { recursive: true });
  return others.map((folder) => `removed ${folder}`);
}

/** The list of cases for the test: one line each. */
function renderList(): string {
  const lines = cases.map(({ folder, generation, breaks, shows, what }) =>
    JSON.stringify({ folder, generation, ...(breaks && { breaks }), ...(shows && { shows }), what }),
  );
  return `[\n  ${lines.join(",\n  ")}\n]\n`;
}
