import { Failure } from "../core/failure.ts";
import type { Disk } from "../install/disk.ts";
import { findPlace } from "../install/find-place.ts";
import { layout } from "../install/layout.ts";
import type { Manifest } from "../install/manifest.ts";
import { absolutePath, type Place } from "../install/place.ts";
import { readManifest } from "../install/read-manifest.ts";
import { resolved } from "../install/resolved.ts";
import type { OtherInstall } from "./facts.ts";
import type { Surroundings } from "./surroundings.ts";

/** Looks for the install in the other scope: the user's beside a project's, the one of the project around beside the user's. */
export async function otherInstall(
  disk: Disk,
  place: Place,
  version: string,
  { cwd, named }: Surroundings,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OtherInstall | undefined> {
  const other = findPlace(cwd, env, { user: place.scope === "project" });
  if (other === undefined) return undefined;
  const at = (where: Place, target: string): string => resolved(absolutePath(where, target));
  if (at(other, layout.manifest) === at(place, layout.manifest)) return undefined;
  const manifest = await manifestOf(disk, other, version);
  if (manifest === undefined) return undefined;
  const targets = manifest.files.filter(({ retired }) => !retired).map(({ target }) => target);
  return {
    root: other.root,
    manifest: named(at(other, layout.manifest)).file,
    paths: [...targets, layout.hooksJson].map((target) => at(other, target)),
  };
}

/** One that cannot be followed is a matter of its own place. */
async function manifestOf(disk: Disk, place: Place, version: string): Promise<Manifest | undefined> {
  try {
    return await readManifest(disk, place, version);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
