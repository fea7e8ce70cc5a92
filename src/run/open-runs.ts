import { instantOf } from "./instant.ts";
import { measureFile } from "./measure-file.ts";
import type { RunContext } from "./operations/context.ts";
import type { ApprovalPolicy } from "./run.ts";
import { locateStore, type StorePlace } from "./store/locate-store.ts";
import { openStore } from "./store/sqlite/open-store.ts";

/** An open store with the world around it. Whoever opened it closes it. */
export interface Runs {
  readonly context: RunContext;
  readonly place: StorePlace;
}

/**
 * Opens the runs of the repository that a directory lies in, with this machine's clock, chance and files.
 * @param create makes the store where there is none; without it, what is read there is empty
 * @param approvals how runs opened here take approvals
 * @throws Failure run/no-repository, and whatever opening the store throws
 */
export function openRuns(start: string, create: boolean, approvals: ApprovalPolicy = "attested"): Runs {
  const place = locateStore(start);
  const store = openStore(place.file, { create });
  return {
    place,
    context: {
      store,
      now: () => instantOf(Date.now()),
      // SQLite's, because Node's take ten milliseconds to load, which a hook has not got.
      randomBytes: (count) => store.randomBytes(count),
      approvals,
      measure: (path) => measureFile(place.checkout, path),
    },
  };
}
