import type { Surroundings } from "../../doctor/surroundings.ts";
import { plural, tally } from "../../render/report.ts";
import type { Io } from "../io.ts";
import { inOwnName } from "../own-name.ts";
import { styleFor } from "../style-for.ts";
import { version } from "../version.ts";
import type { TrustPlan } from "./plan-trust.ts";
import type { StartedProgram } from "./started-program.ts";
import type { TrustOutcome } from "./trust-as-json.ts";
import { trustLines } from "./trust-lines.ts";
import { hookLines, meaningLines, standingOf } from "./trust-words.ts";

/**
 * What stands before any decision: the hooks, what trusting them means, what would be written besides.
 * @param here the words that make a command work in the same place
 */
export function shownBefore(
  io: Io,
  around: Surroundings,
  { before, project, file }: TrustPlan,
  program: StartedProgram,
  here: string,
): string {
  const style = styleFor(io, "stdout");
  const head = `${style.bold("Baton's hooks")} in ${around.place.hooksFile.path}, as Codex ${before.version} has them\n`;
  const notes = [
    ...(program.isThisOne
      ? []
      : [`The program there is not that of this Baton (${version}): baton update${here} brings it.`]),
    ...(before.hooks.missing.length === 0
      ? []
      : [`Not wired by this install: ${before.hooks.missing.join(", ")}. baton update${here} adds what is new.`]),
    ...(project === undefined ? [] : [`Codex does not trust ${project} yet: that is written first.`]),
    ...(file.target === file.path ? [] : [`${file.path} is a link: ${file.target} is what gets written.`]),
  ];
  return `${head}${hookLines(before, style)}${meaningLines(before)}${notes.map((note) => `${inOwnName(io, note)}\n`).join("")}`;
}

/** What a person is asked then; where it would be written comes behind it. */
export function questionOf({ pending, project }: TrustPlan): string {
  const hooks = pending.length === 0 ? [] : [`${plural(pending.length, "hook")} of Baton's`];
  return `Trust ${[...(project === undefined ? [] : ["the project"]), ...hooks].join(" and ")}`;
}

/** What was done, and what is in force now. */
export function shownAfter(io: Io, { plan, findings, now, status }: TrustOutcome, here: string): string {
  const { file, after, pending, project } = plan;
  if (status === "planned") return `${trustLines(file.text ?? "", after)}Nothing was written.\n`;
  const what = [
    ...(project === undefined ? [] : ["the project"]),
    ...(pending.length === 0 ? [] : [plural(pending.length, "hook")]),
  ];
  const done = status === "nothing" ? "Nothing to write.\n" : `Trusted ${what.join(" and ")} in ${file.path}.\n`;
  const lacking = now.hooks.own.filter(({ hook }) => standingOf(hook) !== "trusted").map(({ event }) => event);
  if (now.config.hooksOff)
    return `${done}Codex runs none of them all the same: features.hooks is false in its configuration.\n`;
  if (lacking.length > 0) {
    const why = "somebody switched them off (enabled = false); switch them on with /hooks in codex";
    return `${done}Codex skips ${lacking.join(", ")} all the same: ${why}.\n`;
  }
  if (tally(findings).errors > 0)
    return `${done}None of them starts this install before what is marked as error is corrected.\n`;
  const back = `For a while: baton hook off. For good: baton trust${here} --remove.`;
  return `${done}Codex runs all ${now.hooks.own.length} from the next session on. ${inOwnName(io, back)}\n`;
}
