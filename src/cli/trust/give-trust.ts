import { Failure } from "../../core/failure.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import type { Place } from "../../install/place.ts";
import { plural } from "../../render/report.ts";
import { ask, canAsk } from "../ask.ts";
import type { ExitStatus, Io } from "../io.ts";
import { styleFor } from "../style-for.ts";
import { version } from "../version.ts";
import { applyTrust } from "./apply-trust.ts";
import type { HooksLook } from "./look-at-hooks.ts";
import { planTrust, type TrustPlan } from "./plan-trust.ts";
import { type StartedProgram, startedProgram } from "./started-program.ts";
import { type TrustStatus, trustAsJson } from "./trust-as-json.ts";
import { trustLines } from "./trust-lines.ts";
import { hookLines, meaningLines, standingOf } from "./trust-words.ts";

/** What `baton trust` goes by. */
export interface TrustRequest {
  readonly codex: string;
  readonly place: Place;
  readonly around: Surroundings;
  readonly wanted: HookGroups;
  readonly yes: boolean;
  readonly project: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * Shows what Baton's hooks may do, asks, writes the trust in them, and shows what is in force then. 1 when one of them
 * is still not.
 * @throws Failure cli/usage when there is nobody to ask, codex/file-missing, and what planning and applying throw
 */
export async function giveTrust(io: Io, request: TrustRequest): Promise<ExitStatus> {
  const { codex, place, around, wanted, dryRun, json } = request;
  const mayAsk = !request.yes && !dryRun && !json && canAsk(io);
  const program = startedProgram(place);
  const plan = await planTrust(io, codex, around, wanted, async (root) => {
    if (request.project || !mayAsk) return request.project;
    return ask(`Codex does not trust ${root} yet, and reads no agents, hooks or MCP server of it. Trust it?`, false);
  });
  const say = (words: string): void => void (json || io.out(words));
  say(seen(io, around, plan, program));
  if (plan.after === (plan.file.text ?? "")) return finish(io, request, plan, plan.before, "nothing");
  if (dryRun) return finish(io, request, plan, plan.before, "planned");
  if (!request.yes) {
    if (!mayAsk) throw nobodyToAsk();
    if (!(await ask(`Trust ${plural(plan.pending.length, "hook")} of Baton's, in ${plan.file.path}?`, false))) {
      io.out("Nothing was written.\n");
      return 1;
    }
  }
  return finish(io, request, plan, await applyTrust(io, codex, around, wanted, plan), "written");
}

/** What stands before any decision: the hooks, what trusting them means, what would be written besides. */
function seen(io: Io, around: Surroundings, { before, project, file }: TrustPlan, program: StartedProgram): string {
  const style = styleFor(io, "stdout");
  const head = `${style.bold("Baton's hooks")} in ${around.place.hooksFile.path}, as Codex ${before.version} has them\n`;
  const notes = [
    ...(program.isThisOne ? [] : [`The program there is not that of this Baton (${version}): baton update brings it.`]),
    ...(before.hooks.missing.length === 0
      ? []
      : [`Not wired by this install: ${before.hooks.missing.join(", ")}. baton update adds what is new.`]),
    ...(project === undefined ? [] : [`Codex does not trust ${project} yet: that is written first.`]),
    ...(file.target === file.path ? [] : [`${file.path} is a link: ${file.target} is what gets written.`]),
  ];
  return `${head}${hookLines(before, style)}${meaningLines(before)}${notes.map((note) => `${note}\n`).join("")}`;
}

function finish(io: Io, request: TrustRequest, plan: TrustPlan, now: HooksLook, status: TrustStatus): ExitStatus {
  const lacking = now.hooks.own.filter(({ hook }) => standingOf(hook) !== "trusted");
  const inForce = lacking.length === 0 && !now.config.hooksOff;
  if (request.json) io.out(trustAsJson(plan, now, status));
  else io.out(finishWords(plan, now, status));
  return inForce || status === "planned" ? 0 : 1;
}

function finishWords({ file, after, pending, project }: TrustPlan, now: HooksLook, status: TrustStatus): string {
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
  return `${done}Codex runs all ${now.hooks.own.length} from the next session on. For a while: baton hook off. For good: baton trust --remove.\n`;
}

function nobodyToAsk(): Failure {
  return new Failure("cli/usage", "there is nobody to ask whether these hooks are trusted", {
    status: 2,
    hint: "--yes says so; --dry-run shows what would be written",
  });
}
