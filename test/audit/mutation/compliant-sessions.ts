import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readTimeline } from "../../../src/trace/read-timeline.ts";
import type { Timeline } from "../../../src/trace/timeline.ts";

const corpus = join(import.meta.dirname, "../../corpus/audit/ok");

/** The recorded sessions that keep to their flow, by name. */
export async function compliantSessions(): Promise<readonly (readonly [string, Timeline])[]> {
  const names = readdirSync(corpus).sort();
  return Promise.all(names.map(async (name) => [name, await readTimeline(rootFile(join(corpus, name)))] as const));
}

/** Of a session's files the root's is the oldest. */
function rootFile(folder: string): string {
  const [first] = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort();
  if (first === undefined) throw new Error(`${folder} holds no session`);
  return join(folder, first);
}
