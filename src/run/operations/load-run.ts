import type { RunState } from "../run-state.ts";
import type { RunStore } from "../store.ts";
import { resolveRun, unknownRun } from "./resolve-run.ts";

/**
 * The newest state of the run that a caller means.
 * @throws Failure run/unknown-run, run/ambiguous-run
 */
export async function loadRun(store: RunStore, written: string): Promise<RunState> {
  const state = await store.load(await resolveRun(store, written));
  if (state === undefined) throw await unknownRun(store, written);
  return state;
}
