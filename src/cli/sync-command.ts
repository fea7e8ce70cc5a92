import type { Diagnostic } from "../core/diagnostic.ts";
import { type CarryOutOptions, carryOut, type Intent, type Outcome } from "../install/carry-out.ts";
import { codexSettings } from "../install/codex-settings.ts";
import { loadRelease } from "../install/load-release.ts";
import type { Place } from "../install/place.ts";
import { actionsOf, type Plan } from "../install/plan.ts";
import { realDisk } from "../install/real-disk.ts";
import { recordRepairs } from "../install/record-repairs.ts";
import { refuseBlocked } from "../install/refuse-blocked.ts";
import { refuseHome } from "../install/refuse-home.ts";
import type { Release } from "../install/release.ts";
import { rewritePaths } from "../install/rewrite-paths.ts";
import { shownTarget } from "../install/shown-target.ts";
import { surveySync } from "../install/survey-sync.ts";
import { thisProcess } from "../install/this-process.ts";
import { requirePackageRoot } from "../pack/package-root.ts";
import { ask, canAsk } from "./ask.ts";
import type { OptionSpec } from "./define-command.ts";
import { interruptibly } from "./interruption.ts";
import type { ExitStatus, Io } from "./io.ts";
import { inOwnName } from "./own-name.ts";
import { type WriteOptions, writeOptions } from "./place-options.ts";
import { planWords } from "./plan-words.ts";
import { spokenFinding } from "./spoken-finding.ts";
import { styleFor } from "./style-for.ts";
import { version } from "./version.ts";

export interface SyncOptions extends WriteOptions {
  readonly onConflict?: "keep" | "take" | "merge";
  readonly restore?: true;
}

export const syncOptions: readonly OptionSpec[] = [
  {
    flags: "--on-conflict <how>",
    description: "a file of yours in the way: keep it, take ours after a backup, or lay a copy with both beside it",
    choices: ["keep", "take", "merge"],
  },
  {
    flags: "--restore",
    description: "bring back what you deleted, and Baton's settings where you edited them, after a backup",
  },
  ...writeOptions,
];

/** The pack beside this program, as it is to lie in a place. */
export function releaseFor(place: Place, command: string): Release {
  return rewritePaths(loadRelease(realDisk, requirePackageRoot(command), version), place);
}

/**
 * Brings a place to this version of the pack and says what was done: the whole of `install` and `update`.
 * @param next what the user does afterwards, when something was installed
 * @param warnings what is to be told besides
 * @throws Failure install/home, and what planning and applying throw
 */
export async function runSync(
  io: Io,
  place: Place,
  options: SyncOptions,
  command: "install" | "update",
  next: string,
  warnings: readonly Diagnostic[] = [],
): Promise<ExitStatus> {
  refuseHome(place, io.env);
  const release = releaseFor(place, command);
  const settings = codexSettings(place);
  const carry: CarryOutOptions = {
    dryRun: options.dryRun === true,
    check: (plan) => refuseBlocked(plan, place),
    confirm: options.yes || options.json || !canAsk(io) ? undefined : (intent) => confirm(io, place, intent, options),
  };
  const outcome = await interruptibly((stop) =>
    carryOut(
      { disk: realDisk, place, self: thisProcess(), stop },
      () => surveySync(realDisk, place, release, settings, { ...options, command }),
      carry,
    ),
  );
  const conflicts = actionsOf(outcome.plan, "conflict", "blocked").length > 0;
  if (options.json) {
    const { planAsJson } = await import("./plan-as-json.ts");
    io.out(planAsJson(command, place, release.version, outcome, { warnings }));
    return conflicts ? 1 : 0;
  }
  if (outcome.status === "declined") io.out("Nothing was written.\n");
  else await tell(io, place, outcome, options, carry.confirm !== undefined, warnings, next);
  return conflicts ? 1 : 0;
}

async function confirm(io: Io, place: Place, intent: Intent, options: SyncOptions): Promise<boolean> {
  const { plan, manifest } = intent;
  const words = planWords(place, plan, styleFor(io, "stdout"), options.verbose === true);
  io.out(`${heading(io, place, manifest?.version)}\n${words}${repairWords(place, intent)}`);
  return ask("Go ahead?");
}

function repairWords(place: Place, intent: Intent): string {
  const records = recordRepairs(intent).map((record) => shownTarget(place, record));
  return records.length === 0 ? "" : `  records brought up to date: ${records.join(", ")}\n`;
}

async function tell(
  io: Io,
  place: Place,
  outcome: Outcome,
  options: SyncOptions,
  shown: boolean,
  warnings: readonly Diagnostic[],
  next: string,
): Promise<void> {
  const style = styleFor(io, "stdout");
  const { plan, manifest, status } = outcome;
  const verbose = options.verbose === true || status === "planned";
  if (!shown || status === "nothing") {
    const idle = status === "nothing" || plan.pending === undefined;
    io.out(`${heading(io, place, idle ? undefined : manifest?.version)}${idle ? ": up to date" : ""}\n`);
    io.out(planWords(place, idle ? onlyNotable(plan) : plan, style, verbose && !idle) + repairWords(place, outcome));
  }
  if (status === "planned") io.out("Nothing was written.\n");
  if (actionsOf(plan, "conflict").length > 0) {
    const how = "and run baton update; or baton update --on-conflict keep (yours) or take (ours, after a backup).\n";
    io.out(
      `Your files in conflict stand as they were ${style.dim("[install/merge-conflict]")}. Edit each copy, take its markers out,\n` +
        inOwnName(io, how),
    );
  }
  const findings = [...plan.findings, ...warnings];
  if (findings.length > 0) {
    const { renderFinding } = await import("../render/text.ts");
    for (const finding of findings) io.out(renderFinding(spokenFinding(io, finding), () => undefined, style));
  }
  if (status === "done") io.out(inOwnName(io, next));
}

function onlyNotable(plan: Plan): Pick<Plan, "actions"> {
  return { actions: actionsOf(plan, "conflict", "keep") };
}

function heading(io: Io, place: Place, from: string | undefined): string {
  const change = from === undefined || from === version ? version : `${from} → ${version}`;
  return `${styleFor(io, "stdout").bold(`Baton ${change}`)} in ${place.root}`;
}
