import type { Diagnostic } from "../core/diagnostic.ts";
import type { Place } from "../install/place.ts";
import { findRepository } from "../pack/find-project.ts";
import type { Io } from "./io.ts";

/** What a person should know of the place of an install before they count on it; nothing keeps it from being made. */
export async function installWarnings(io: Io, place: Place, named: boolean): Promise<Diagnostic[]> {
  const findings = place.scope === "project" && (named || !isRoot(place)) ? await startFindings(io, place) : [];
  return findings.map((finding) => ({ ...finding, severity: "warning" }));
}

function isRoot({ root }: Place): boolean {
  return findRepository(root) === root;
}

/** Loaded only where it is asked: an install at a repository's root needs none of it. */
async function startFindings(io: Io, place: Place): Promise<Diagnostic[]> {
  const [{ surroundingsOf }, { hookStart }, { hooksAstray }] = await Promise.all([
    import("../doctor/surroundings.ts"),
    import("../doctor/hook-start.ts"),
    import("../doctor/hooks-astray.ts"),
  ]);
  const around = surroundingsOf(place, place.root, io.env);
  return hooksAstray(await hookStart(around, io.env, AbortSignal.timeout(5_000)), around.place);
}
