import { randomBytes } from "node:crypto";
import { instantOf } from "../../run/instant.ts";
import { measureFile } from "../../run/measure-file.ts";
import type { RunContext } from "../../run/operations/context.ts";
import { locateStore, type StorePlace } from "../../run/store/locate-store.ts";
import { openStore } from "../../run/store/sqlite/open-store.ts";
import type { ExitStatus, Io } from "../io.ts";

/** An open store with the world around it. */
export interface Runs {
  readonly context: RunContext;
  readonly place: StorePlace;
}

/**
 * Does work on the runs of the repository that the working directory lies in, and closes the store after it.
 * @param create makes the store where there is none; without it, what is read there is empty
 * @throws Failure run/no-repository, and whatever opening the store throws
 */
export async function withRuns(
  io: Io,
  create: boolean,
  work: (runs: Runs) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const place = locateStore(io.cwd);
  const store = openStore(place.file, { create });
  try {
    return await work({
      place,
      context: {
        store,
        now: () => instantOf(Date.now()),
        randomBytes,
        approvals: "attested",
        measure: (path) => measureFile(place.checkout, path),
      },
    });
  } finally {
    await store.close();
  }
}
