import { loadProjectRules } from "../../pack/project-rules.ts";
import { openRuns, type Runs } from "../../run/open-runs.ts";
import type { ExitStatus, Io } from "../io.ts";

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
  const approvals = create ? (await loadProjectRules(io.cwd, io.env)).contract.ledgers.approvals : undefined;
  const runs = openRuns(io.cwd, create, approvals);
  try {
    return await work(runs);
  } finally {
    await runs.context.store.close();
  }
}
