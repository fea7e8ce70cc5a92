import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { RunContext } from "./context.ts";
import { resolveRun, unknownRun } from "./resolve-run.ts";

/** What was proven, and every place where what is stored is not what was written. */
export interface VerifyOutput {
  readonly runs: number;
  readonly findings: readonly Diagnostic[];
}

/**
 * Proves the histories of one run, or of all: every event in its place and unchanged, and every stored state the fold of
 * its events.
 * @param file the store, as findings name it
 * @throws Failure run/unknown-run
 */
export async function verifyRuns({ store }: RunContext, file: string, written?: string): Promise<VerifyOutput> {
  const runId = written === undefined ? undefined : await resolveRun(store, written);
  const ids = await store.ids();
  if (runId !== undefined && !ids.includes(runId)) throw await unknownRun(store, runId);
  const findings = (await store.verify(runId)).map(({ runId: id, message }) =>
    id === null
      ? diagnose("run/corrupt-store", { message, where: { file } })
      : diagnose("run/broken-history", { message: `run "${id}": ${message}`, where: { file } }),
  );
  return { runs: runId === undefined ? ids.length : 1, findings };
}
