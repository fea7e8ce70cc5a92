import { Failure } from "../../core/failure.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import type { Place } from "../../install/place.ts";
import { ask, canAsk } from "../ask.ts";
import type { ExitStatus, Io } from "../io.ts";
import { applyTrust } from "./apply-trust.ts";
import { questionOf, shownAfter, shownBefore } from "./consent-words.ts";
import type { HooksLook } from "./look-at-hooks.ts";
import { planTrust, type TrustPlan } from "./plan-trust.ts";
import { startedProgram } from "./started-program.ts";
import { type TrustStatus, trustAsJson } from "./trust-as-json.ts";
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
  say(shownBefore(io, around, plan, program));
  if (plan.after === (plan.file.text ?? "")) return finish(io, request, plan, plan.before, "nothing");
  if (dryRun) return finish(io, request, plan, plan.before, "planned");
  if (!request.yes) {
    if (!mayAsk) throw nobodyToAsk();
    if (!(await ask(`${questionOf(plan)} in ${plan.file.path}?`, false))) {
      io.out("Nothing was written.\n");
      return 1;
    }
  }
  return finish(io, request, plan, await applyTrust(io, codex, around, wanted, plan), "written");
}

function finish(io: Io, request: TrustRequest, plan: TrustPlan, now: HooksLook, status: TrustStatus): ExitStatus {
  const lacking = now.hooks.own.filter(({ hook }) => standingOf(hook) !== "trusted");
  const inForce = lacking.length === 0 && !now.config.hooksOff;
  if (request.json) io.out(trustAsJson(plan, now, status));
  else io.out(shownAfter(plan, now, status));
  return inForce || status === "planned" ? 0 : 1;
}

function nobodyToAsk(): Failure {
  return new Failure("cli/usage", "there is nobody to ask whether these hooks are trusted", {
    status: 2,
    hint: "--yes says so; --dry-run shows what would be written",
  });
}
