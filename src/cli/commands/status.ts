import { codexSettings } from "../../install/codex-settings.ts";
import { type Drift, type DriftKind, findDrift, pathsOfDrift } from "../../install/drift.ts";
import { findPlace } from "../../install/find-place.ts";
import type { Manifest } from "../../install/manifest.ts";
import type { Place } from "../../install/place.ts";
import { type Action, actionsOf } from "../../install/plan.ts";
import { readManifest } from "../../install/read-manifest.ts";
import { realDisk } from "../../install/real-disk.ts";
import { readSnapshot } from "../../install/snapshot.ts";
import { surveySync } from "../../install/survey-sync.ts";
import { packageRoot } from "../../pack/package-root.ts";
import { plural } from "../../render/report.ts";
import { visible } from "../../render/style.ts";
import { defineCommand } from "../define-command.ts";
import type { ExitStatus, Io } from "../io.ts";
import { inOwnName } from "../own-name.ts";
import { type PlaceOptions, placeOptions } from "../place-options.ts";
import { planWords } from "../plan-words.ts";
import { styleFor } from "../style-for.ts";
import { releaseFor } from "../sync-command.ts";
import { version } from "../version.ts";

interface Options extends PlaceOptions {
  readonly exitCode?: true;
}

interface Found {
  readonly place: Place;
  readonly manifest: Manifest;
  readonly drift: readonly Drift[];
  /** What an update would do; undefined when this program has no pack beside it. */
  readonly update: readonly Action[] | undefined;
}

export default defineCommand<Options>({
  parameters: [],
  options: [
    { flags: "--exit-code", description: "exit 1 when a file differs from what was installed" },
    ...placeOptions,
  ],
  examples: [
    ["baton status", "the version here, what differs from it file by file, what an update would bring"],
    ["baton status --exit-code", "for CI: exit 1 when an installed file was edited or deleted"],
  ],
  run: async (io, _, options) => {
    const place = findPlace(io.cwd, io.env, options);
    const manifest = place === undefined ? undefined : await readManifest(realDisk, place, version);
    if (place === undefined || manifest === undefined) return notInstalled(io, place, options);
    const found: Found = {
      place,
      manifest,
      drift: await findDrift(
        manifest,
        codexSettings(place),
        await readSnapshot(realDisk, place, pathsOfDrift(manifest)),
      ),
      update: await updateOf(place),
    };
    if (options.json) io.out(asJson(found));
    else io.out(inOwnName(io, inWords(io, found, options.verbose === true)));
    return options.exitCode && found.drift.some(({ kind }) => kind !== "yours") ? 1 : 0;
  },
});

function notInstalled(io: Io, place: Place | undefined, { json, user }: Options): ExitStatus {
  if (json) io.out(`${JSON.stringify({ ok: true, installed: false, available: version }, null, 2)}\n`);
  else {
    const where = place === undefined ? "here, which is no git repository" : `in ${place.root}`;
    const how = `${user ? "baton install --user" : "baton install"} puts ${version} there`;
    io.out(`Baton is not installed ${where}: ${inOwnName(io, how)}\n`);
  }
  return 1;
}

async function updateOf(place: Place): Promise<readonly Action[] | undefined> {
  if (packageRoot() === undefined) return undefined;
  const { plan } = await surveySync(realDisk, place, releaseFor(place, "update"), codexSettings(place), {});
  return plan.pending === undefined ? [] : plan.actions.filter(({ kind }) => kind !== "current" && kind !== "keep");
}

function asJson({ place, manifest, drift, update }: Found): string {
  const report = {
    ok: true,
    installed: true,
    version: manifest.version,
    available: update === undefined ? null : version,
    state: manifest.state,
    scope: place.scope,
    root: place.root,
    files: manifest.files.length,
    drift,
    update: update ?? null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const meanings: Readonly<Record<DriftKind, string>> = {
  edited: "edited",
  deleted: "deleted",
  conflict: "conflict, its copy is in .baton/conflicts",
  retired: "gone from the pack, kept because you edited it",
  "no-base": "its pristine copy in .baton/base.jsonl is missing or changed: an update cannot merge it",
  yours: "a file of yours, left alone",
  unreadable: "does not parse",
};

function inWords(io: Io, { place, manifest, drift, update }: Found, verbose: boolean): string {
  const style = styleFor(io, "stdout");
  const head = `${style.bold(`Baton ${manifest.version}`)} in ${place.root} (${place.scope}, ${plural(manifest.files.length, "file")})`;
  const lines = [head];
  if (manifest.state !== "complete") {
    const [what, again] = manifest.state === "removing" ? ["An uninstall", "uninstall"] : ["An install", "install"];
    lines.push(`${style.yellow(`${what} was interrupted`)}: baton ${again} finishes it`);
  }
  lines.push(drift.length === 0 ? "  as installed" : "");
  for (const { target, kind } of drift) lines.push(`  ${visible(target)}  ${style.yellow(meanings[kind])}`);
  const actions = update ?? [];
  if (actions.length > 0) {
    lines.push(`baton update would bring it to ${version}:`, planWords({ actions }, style, verbose).trimEnd());
  } else if (update !== undefined) lines.push("  up to date");
  if (actionsOf({ actions }, "blocked").length > 0) lines.push("  it would stop at the files in the way");
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}
