import type { Diagnostic } from "../../core/diagnostic.ts";
import { hookStart } from "../../doctor/hook-start.ts";
import { hooksAstray } from "../../doctor/hooks-astray.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { Io } from "../io.ts";

/** What hooks come to once they are trusted: that none can start here. */
export async function startFindings({ env }: Io, around: Surroundings): Promise<Diagnostic[]> {
  return hooksAstray(await hookStart(around, env, AbortSignal.timeout(5_000)), around.place);
}
