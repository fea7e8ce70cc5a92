import { Failure } from "../../core/failure.ts";
import type { Intent } from "../../install/carry-out.ts";
import { codexSettings } from "../../install/codex-settings.ts";
import { type Drift, type DriftKind, findDrift, pathsOfDrift } from "../../install/drift.ts";
import { findPlace } from "../../install/find-place.ts";
import { layout } from "../../install/layout.ts";
import type { Manifest } from "../../install/manifest.ts";
import type { Place } from "../../install/place.ts";
import { type Action, type ActionKind, actionsOf } from "../../install/plan.ts";
import { readManifest } from "../../install/read-manifest.ts";
import { realDisk } from "../../install/real-disk.ts";
import { recordRepairs } from "../../install/record-repairs.ts";
import { shownTarget } from "../../install/shown-target.ts";
import { readSnapshot } from "../../install/snapshot.ts";
import { surveySync } from "../../install/survey-sync.ts";
import { packageRoot } from "../../pack/package-root.ts";
import { plural } from "../../render/report.ts";
import { type Style, visible } from "../../render/style.ts";
import { placeOf } from "../../render/text.ts";
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
  /** What an update would do; undefined when this program has no pack beside it, or something is to be finished first. */
  readonly update: Update | undefined;
  /** Why an update cannot be planned. */
  readonly obstacle: Failure | undefined;
}

interface Update {
  /** What of it concerns the user. */
  readonly actions: readonly Action[];
  /** The records it would bring up to date, where that is all. */
  readonly records: readonly string[];
  /** What it would do with every target. */
  readonly kindOf: (target: string) => ActionKind | undefined;
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
    const snapshot = await readSnapshot(realDisk, place, pathsOfDrift(manifest));
    const drift = await findDrift(manifest, codexSettings(place), snapshot);
    const planned = manifest.state === "complete" ? await updateOf(place) : undefined;
    const told =
      planned instanceof Failure ? { update: undefined, obstacle: planned } : { update: planned, obstacle: undefined };
    const found: Found = { place, manifest, drift, ...told };
    if (options.json) io.out(asJson(found));
    else io.out(inOwnName(io, inWords(io, found, options.verbose === true)));
    return options.exitCode && (manifest.state !== "complete" || drift.some(({ kind }) => kind !== "yours")) ? 1 : 0;
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

async function updateOf(place: Place): Promise<Update | Failure | undefined> {
  if (packageRoot() === undefined) return undefined;
  const intent = await surveyUpdate(place);
  if (intent instanceof Failure) return intent;
  const { pending, actions } = intent.plan;
  const kinds = new Map(actions.map(({ target, kind }) => [target, kind]));
  return {
    actions: pending === undefined ? [] : actions.filter(({ kind }) => kind !== "current" && kind !== "keep"),
    records: recordRepairs(intent),
    kindOf: (target) => kinds.get(target),
  };
}

/** A configuration file that cannot be read stops an update, and not the look at everything else. */
async function surveyUpdate(place: Place): Promise<Intent | Failure> {
  try {
    return await surveySync(realDisk, place, releaseFor(place, "update"), codexSettings(place), {});
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith("install/config-")) return error;
    throw error;
  }
}

/** How far an interrupted run got, which is no edit of anybody's. */
function isUnfinished({ kind }: Drift): boolean {
  return kind === "unwritten" || kind === "removed";
}

function asJson({ place, manifest, drift, update, obstacle }: Found): string {
  const count = (kind: DriftKind): number => drift.filter((one) => one.kind === kind).length;
  const report = {
    ok: true,
    installed: true,
    version: manifest.version,
    available: packageRoot() === undefined ? null : version,
    state: manifest.state,
    scope: place.scope,
    root: place.root,
    files: manifest.files.length,
    unwritten: count("unwritten"),
    removed: count("removed"),
    drift: drift.filter((one) => !isUnfinished(one)),
    update: update?.actions ?? null,
    records: update?.records ?? null,
    ...(obstacle && { obstacle: { code: obstacle.code, message: obstacle.message, where: obstacle.where } }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const meanings: Readonly<Record<Exclude<DriftKind, "conflict" | "no-base">, string>> = {
  edited: "edited",
  deleted: "deleted",
  retired: "gone from the pack, kept because you edited it",
  yours: "a file of yours, left alone",
  unreadable: "does not parse",
  unwritten: "not written yet",
  removed: "removed already",
};

function inWords(io: Io, { place, manifest, drift, update, obstacle }: Found, verbose: boolean): string {
  const style = styleFor(io, "stdout");
  const { version: installed, state, files, settings } = manifest;
  const lines = [
    `${style.bold(`Baton ${installed}`)} in ${place.root} (${place.scope}, ${plural(files.length, "file")})`,
  ];
  const edits = drift.filter((one) => !isUnfinished(one));
  if (state !== "complete") {
    const [what, command] = state === "removing" ? ["An uninstall", "uninstall"] : ["An install", "install"];
    const again = `baton ${command}${place.scope === "user" ? " --user" : ""}`;
    const left = `${drift.length - edits.length} of ${plural(files.length + settings.length, "file")}`;
    const how = meanings[state === "removing" ? "removed" : "unwritten"];
    lines.push(`${style.yellow(`${what} was interrupted`)}: ${again} finishes it`, `  ${left} ${how}`);
  }
  if (drift.length === 0 && state === "complete") lines.push("  as installed");
  for (const one of edits)
    lines.push(`  ${visible(shownTarget(place, one.target))}  ${style.yellow(meaningOf(place, one, update))}`);
  if (update !== undefined) lines.push(...updateWords(place, update, style, verbose));
  if (obstacle !== undefined) lines.push(`${style.yellow("baton update would stop")}: ${obstacleWords(obstacle)}`);
  return `${lines.join("\n")}\n`;
}

function obstacleWords({ where, message, code }: Failure): string {
  return `${where === undefined ? "" : `${placeOf(where)} `}${visible(message)} [${code}]`;
}

function meaningOf(place: Place, { kind, target }: Drift, update: Update | undefined): string {
  if (kind === "conflict") return `conflict, its copy is in ${shownTarget(place, ".baton/conflicts")}`;
  if (kind !== "no-base") return meanings[kind];
  const isMended = update !== undefined && update.kindOf(target) !== "conflict";
  const how = isMended ? "baton update mends that" : "no update can merge your edits";
  return `its pristine copy in ${shownTarget(place, layout.baseCopies)} is missing or changed: ${how}`;
}

function updateWords(place: Place, { actions, records }: Update, style: Style, verbose: boolean): string[] {
  if (records.length > 0)
    return [
      `  baton update brings its records up to date: ${records.map((one) => shownTarget(place, one)).join(", ")}`,
    ];
  if (actions.length === 0) return ["  up to date"];
  const words = [`baton update would bring it to ${version}:`, planWords(place, { actions }, style, verbose).trimEnd()];
  const isBlocked = actionsOf({ actions }, "blocked").length > 0;
  return isBlocked ? [...words, "  it would stop at the files in the way"] : words;
}
