import { Failure } from "../../core/failure.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import type { Place } from "../../install/place.ts";
import { tally } from "../../render/report.ts";
import { renderFinding } from "../../render/text.ts";
import { ask, canAsk } from "../ask.ts";
import type { ExitStatus, Io } from "../io.ts";
import { samePlace } from "../same-place.ts";
import { spokenFinding } from "../spoken-finding.ts";
import { styleFor } from "../style-for.ts";
import { applyTrust } from "./apply-trust.ts";
import { questionOf, shownAfter, shownBefore } from "./consent-words.ts";
import type { HooksLook } from "./look-at-hooks.ts";
import { planTrust } from "./plan-trust.ts";
import { startFindings } from "./start-findings.ts";
import { startedProgram } from "./started-program.ts";
import { type TrustOutcome, type TrustStatus, trustAsJson } from "./trust-as-json.ts";
import { standingOf } from "./trust-words.ts";

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
  const findings = await startFindings(io, around);
  const finish = (now: HooksLook, status: TrustStatus): ExitStatus =>
    told(io, request, { plan, findings, now, status });
  say(shownBefore(io, around, plan, program, samePlace(io, place)));
  say(
    findings
      .map((finding) => renderFinding(spokenFinding(io, finding), () => undefined, styleFor(io, "stdout")))
      .join(""),
  );
  if (plan.after === (plan.file.text ?? "")) return finish(plan.before, "nothing");
  if (dryRun) return finish(plan.before, "planned");
  if (!request.yes) {
    if (!mayAsk) throw nobodyToAsk();
    if (!(await ask(`${questionOf(plan)} in ${plan.file.path}?`, false))) {
      io.out("Nothing was written.\n");
      return 1;
    }
  }
  return finish(await applyTrust(io, codex, around, wanted, plan), "written");
}

function told(io: Io, request: TrustRequest, outcome: TrustOutcome): ExitStatus {
  const { findings, now, status } = outcome;
  const lacking = now.hooks.own.filter(({ hook }) => standingOf(hook) !== "trusted");
  const inForce = lacking.length === 0 && !now.config.hooksOff && tally(findings).errors === 0;
  io.out(request.json ? trustAsJson(outcome) : shownAfter(io, outcome, samePlace(io, request.place)));
  return inForce || status === "planned" ? 0 : 1;
}

function nobodyToAsk(): Failure {
  return new Failure("cli/usage", "there is nobody to ask whether these hooks are trusted", {
    status: 2,
    hint: "--yes says so; --dry-run shows what would be written",
  });
}
