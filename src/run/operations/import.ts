import type * as z from "zod";
import { Failure } from "../../core/failure.ts";
import type { ChainedEvent } from "../chain.ts";
import { checkHistory } from "../check-history.ts";
import type { KeptKey, RunHistory } from "../store.ts";
import type { RunContext } from "./context.ts";
import { eventLine, headerLine, keyLine, runLine } from "./input/export-lines.ts";

/** What an import did: runs added, and runs that were there with the same history. */
export interface ImportOutput {
  readonly added: readonly string[];
  readonly present: readonly string[];
}

/**
 * Takes over the runs of an export. All of it is checked first; a run that is there with another history, or a key that is
 * in use, stops it before anything is added.
 * @throws Failure run/bad-export, run/run-exists, run/idempotency-conflict
 */
export async function importRuns({ store }: RunContext, text: string): Promise<ImportOutput> {
  const runs = readExport(text);
  const missing: (readonly [string, RunHistory])[] = [];
  const present: string[] = [];
  for (const [id, history] of runs) {
    const there = await store.history(id);
    if (there === undefined) missing.push([id, history]);
    else if (there.events.at(-1)?.hash === history.events.at(-1)?.hash) present.push(id);
    else throw runExists(id);
  }
  for (const [id, history] of missing) {
    const outcome = await store.restore(history);
    if (outcome === "taken") throw runExists(id);
    if (outcome === "conflict")
      throw new Failure("run/idempotency-conflict", `an idempotency key of the run "${id}" is in use here`, {
        hint: "import it into another store",
      });
  }
  return { added: missing.map(([id]) => id), present };
}

function runExists(id: string): Failure {
  return new Failure("run/run-exists", `the run "${id}" is here with another history`, {
    hint: "nothing of it was changed; import it into another store",
  });
}

/** The runs of an export, each with its history checked to the last hash. */
function readExport(text: string): Map<string, RunHistory> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  let at = 0;
  // What is taken is the line as it was written: a checked copy has its keys in another order, and another hash.
  const take = <Schema extends z.ZodType>(schema: Schema): z.infer<Schema> => {
    const value = parsed(lines[at], at);
    const result = schema.safeParse(value);
    if (!result.success) throw badExport(at, issueWords(result.error));
    at++;
    return value as z.infer<Schema>;
  };
  take(headerLine);
  const runs = new Map<string, RunHistory>();
  while (at < lines.length) {
    const begun = at;
    const { run: id, events: eventCount, keys: keyCount, head } = take(runLine);
    if (runs.has(id)) throw badExport(begun, `the run "${id}" is in it twice`);
    const events: ChainedEvent[] = [];
    for (let count = 0; count < eventCount; count++)
      events.push({ runId: id, ...take(eventLine).event } as ChainedEvent);
    const keys: KeptKey[] = [];
    for (let count = 0; count < keyCount; count++) keys.push(take(keyLine).key);
    const history = checkHistory(id, events);
    if ("broken" in history) throw badExport(begun, `the run "${id}" is broken: ${history.broken}`);
    if (history.head !== head) throw badExport(begun, `the run "${id}" does not end as its first line says`);
    runs.set(id, { events, keys });
  }
  return runs;
}

function parsed(line: string | undefined, at: number): unknown {
  if (line === undefined) throw badExport(at, "it ends too early");
  try {
    return JSON.parse(line);
  } catch (error) {
    throw badExport(at, (error as Error).message);
  }
}

function issueWords(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  return `${path === "" ? "" : `"${path}": `}${issue?.message ?? "is not understood"}`;
}

function badExport(at: number, message: string): Failure {
  return new Failure("run/bad-export", `line ${at + 1} is not of an export: ${message}`, {
    hint: "make the export again: baton run export; nothing was added",
  });
}
