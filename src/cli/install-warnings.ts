import { existsSync } from "node:fs";
import type { Diagnostic } from "../core/diagnostic.ts";
import { findPlace } from "../install/find-place.ts";
import { layout } from "../install/layout.ts";
import { absolutePath, type Place } from "../install/place.ts";
import { findRepository } from "../pack/find-project.ts";
import type { Io } from "./io.ts";

/** What a person should know of the place of an install before they count on it; nothing keeps it from being made. */
export async function installWarnings(io: Io, place: Place, named: boolean): Promise<Diagnostic[]> {
  const astray = place.scope === "project" && (named || !isRoot(place)) ? await startFindings(io, place) : [];
  return [...astray, ...(await twice(io, place))].map((finding) => ({ ...finding, severity: "warning" }));
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

async function twice({ cwd, env }: Io, place: Place): Promise<Diagnostic[]> {
  const other = findPlace(cwd, env, { user: place.scope === "project" });
  if (other === undefined) return [];
  const manifest = absolutePath(other, layout.manifest);
  const isOther = manifest !== absolutePath(place, layout.manifest) && existsSync(manifest);
  if (!isOther) return [];
  const { installedTwice } = await import("../doctor/installed-twice.ts");
  return [installedTwice([place.root, other.root], manifest)];
}
