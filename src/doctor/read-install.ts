import { join } from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import { type Content, textOf } from "../install/content.ts";
import type { Disk } from "../install/disk.ts";
import { fingerprint } from "../install/fingerprint.ts";
import { layout } from "../install/layout.ts";
import type { Manifest, ManifestFile } from "../install/manifest.ts";
import { absolutePath, type Place } from "../install/place.ts";
import { readManifest } from "../install/read-manifest.ts";
import type { InstalledFile } from "./facts.ts";
import { failureFindings } from "./failure-findings.ts";
import { parseFindings } from "./parse-findings.ts";
import type { Surroundings } from "./surroundings.ts";

/** An install as it lies on the disk. */
export interface ReadInstall {
  readonly manifest: Manifest | undefined;
  readonly files: readonly InstalledFile[];
  /** What is wrong with the manifest. */
  readonly problems: readonly Diagnostic[];
}

/** Reads the manifest and every file it names. Whatever is wrong becomes a finding. */
export async function readInstall(
  disk: Disk,
  place: Place,
  version: string,
  { named, codexHome }: Surroundings,
): Promise<ReadInstall> {
  const manifestFile = named(absolutePath(place, layout.manifest)).file;
  try {
    const manifest = await readManifest(disk, place, version);
    if (manifest === undefined) {
      const elsewhere = disk.look(join(codexHome, "baton", "manifest.json")) !== undefined;
      return { manifest, files: [], problems: [notInstalled(place, manifestFile, elsewhere)] };
    }
    const files = manifest.files.flatMap((entry): InstalledFile[] => {
      if (entry.retired) return [];
      const { target } = entry;
      const { path, file } = named(absolutePath(place, target));
      const content = read(disk, path);
      if (typeof content !== "string") return [{ target, file, state: content.state, broken: [] }];
      const state = stateOf(entry, content);
      const broken = state === "edited" ? parseFindings(target, textOf(content), file) : [];
      return [{ target, file, state, broken }];
    });
    return { manifest, files, problems: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { manifest: undefined, files: [], problems: failureFindings(error, manifestFile) };
  }
}

function notInstalled({ scope }: Place, file: string, forUser: boolean): Diagnostic {
  const message = scope === "user" ? "Baton is not installed for this user" : "Baton is not installed here";
  const instead = forUser ? "; baton doctor --user looks at the install in your home" : "";
  const hint = scope === "user" ? "baton install --user" : `baton install${instead}`;
  return diagnose("install/not-installed", { message, hint, where: { file } });
}

function read(disk: Disk, path: string): Content | { readonly state: "missing" | "unreadable" } {
  try {
    return disk.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { state: code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable" };
  }
}

function stateOf({ base, kept, pending }: ManifestFile, content: Content): InstalledFile["state"] {
  if (kept) return "yours";
  const now = fingerprint(content);
  return base === undefined || now === base || now === pending?.result ? "as-installed" : "edited";
}
