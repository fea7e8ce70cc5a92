import type { Diagnostic } from "../../core/diagnostic.ts";
import { hookStart } from "../../doctor/hook-start.ts";
import { hooksAstray } from "../../doctor/hooks-astray.ts";
import { nodeFacts } from "../../doctor/node-facts.ts";
import { runsNotKept } from "../../doctor/runs-not-kept.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { Io } from "../io.ts";

/** What hooks come to once they are trusted: that none can start here, or that they hold little. */
export async function startFindings({ env }: Io, around: Surroundings): Promise<Diagnostic[]> {
  const late = AbortSignal.timeout(5_000);
  const [start, node] = await Promise.all([hookStart(around, env, late), nodeFacts(around.cwd, env, late)]);
  return [...hooksAstray(start, around.place), ...runsNotKept(node)];
}
