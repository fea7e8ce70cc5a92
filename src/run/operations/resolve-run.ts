import { Failure } from "../../core/failure.ts";
import { closedList, didYouMean } from "../../core/suggest.ts";
import type { RunStore } from "../store.ts";

/** An id cut short, as `WF-...` or `WF-7K…`. */
const cutShort = /^(.*?)(?:\.\.\.|…)$/s;

/**
 * The id that a caller means: as written, or where it ends in `...`, the one run's that begins so.
 * @throws Failure run/unknown-run, run/ambiguous-run
 */
export async function resolveRun(store: RunStore, written: string): Promise<string> {
  const prefix = cutShort.exec(written)?.[1];
  if (prefix === undefined) return written;
  const [only, ...more] = await store.find(prefix, 6);
  if (only === undefined) throw await unknownRun(store, written);
  if (more.length === 0) return only;
  throw new Failure("run/ambiguous-run", `several runs begin with "${prefix}": ${closedList([only, ...more])}`, {
    status: 2,
    hint: "write out the id of the one you mean",
  });
}

/** Says that there is no such run. Every operation says it in the same words. */
export async function unknownRun(store: RunStore, written: string): Promise<Failure> {
  const newest = await store.list({ includeEnded: true, limit: 50 });
  const ids = newest.map(({ run }) => run.id);
  return new Failure("run/unknown-run", `there is no run "${written}"`, {
    status: 2,
    hint: didYouMean(written, ids) ?? "baton run list --include-ended shows the runs of this repository",
  });
}
