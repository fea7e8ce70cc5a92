import { Failure } from "../core/failure.ts";
import type { Disk } from "./disk.ts";
import { layout } from "./layout.ts";
import type { Manifest } from "./manifest.ts";
import type { Place } from "./place.ts";
import { readSnapshot } from "./snapshot.ts";

/**
 * Reads a place's manifest; undefined where Baton is not installed.
 * @param version the running program's
 * @param command on whose behalf, where a failure is to tell of its options
 * @throws Failure install/symlink, install/manifest-unreadable, install/manifest-shape, install/manifest-path, install/newer-manifest
 */
export async function readManifest(
  disk: Disk,
  place: Place,
  version: string,
  command?: string,
): Promise<Manifest | undefined> {
  const { files } = await readSnapshot(disk, place, [layout.manifest], command);
  const found = files.get(layout.manifest);
  // A power cut may leave an empty file, or one of NULs, where the first manifest was still on its way to the disk.
  if (found === undefined || /^\0*$/.test(found.content)) return undefined;
  // Checking takes a library that a first install has no use for.
  const { loadManifest } = await import("./load-manifest.ts");
  const manifest = loadManifest(found.content, version);
  if (manifest.scope === place.scope) return manifest;
  throw new Failure(
    "install/manifest-shape",
    `the manifest is of a ${manifest.scope} install, this is a ${place.scope} one`,
    {
      where: { file: layout.manifest },
      hint: manifest.scope === "user" ? "pass --user" : "leave --user out",
    },
  );
}
