import { Failure } from "../../core/failure.ts";
import { checkHistory } from "../check-history.ts";
import type { RunContext } from "./context.ts";
import { resolveRun, unknownRun } from "./resolve-run.ts";

/** The version of the format of an export. */
export const exportFormat = 1;

/**
 * Gives runs with their whole histories as lines of JSON: a header, then for each run a line that counts what follows, its
 * events and its idempotency keys. A run whose history is broken is not exported.
 * @param written the runs; all of them when the list is empty
 * @throws Failure run/unknown-run, run/broken-history
 */
export async function* exportRuns({ store }: RunContext, written: readonly string[]): AsyncGenerator<string> {
  const ids: string[] = [];
  for (const one of written) ids.push(await resolveRun(store, one));
  yield line({ baton_export: exportFormat });
  for (const id of ids.length === 0 ? await store.ids() : ids) {
    const history = await store.history(id);
    if (history === undefined) throw await unknownRun(store, id);
    const checked = checkHistory(id, history.events);
    if ("broken" in checked)
      throw new Failure("run/broken-history", `the history of the run "${id}" is broken: ${checked.broken}`, {
        hint: "export the other runs by their ids",
      });
    yield line({ run: id, events: history.events.length, keys: history.keys.length, head: checked.head });
    for (const { runId: _, ...event } of history.events) yield line({ event });
    for (const key of history.keys) yield line({ key });
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
