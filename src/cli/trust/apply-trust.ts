import { Failure } from "../../core/failure.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { replaceUserConfig } from "../../install/user-config-file.ts";
import type { Io } from "../io.ts";
import { type HooksLook, lookAtHooks } from "./look-at-hooks.ts";
import type { TrustPlan } from "./plan-trust.ts";

/**
 * Writes a plan, after Codex has said that it would do as meant, and gives what Codex says of the hooks then.
 * @throws Failure codex/hook-untrusted, and what writing and asking throw
 */
export async function applyTrust(
  io: Io,
  codex: string,
  around: Surroundings,
  wanted: HookGroups,
  { file, after, pending }: TrustPlan,
): Promise<HooksLook> {
  const would = await lookAtHooks(io, codex, around, wanted, after);
  const trusted = new Set(would.hooks.own.flatMap(({ event, hook }) => (hook.trust === "trusted" ? [event] : [])));
  if (would.untrustedRoot !== undefined || !pending.every(({ event }) => trusted.has(event))) {
    throw new Failure("codex/hook-untrusted", `Codex ${would.version} would not trust them by these entries`, {
      where: { file: file.path },
      hint: "nothing was written; start codex and approve them with /hooks",
    });
  }
  await replaceUserConfig(file, after);
  return lookAtHooks(io, codex, around, wanted);
}
