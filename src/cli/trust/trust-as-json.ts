import type { Diagnostic } from "../../core/diagnostic.ts";
import { tally } from "../../render/report.ts";
import type { HooksLook } from "./look-at-hooks.ts";
import type { TrustPlan } from "./plan-trust.ts";
import { standingOf } from "./trust-words.ts";

/** How far `baton trust` got. */
export type TrustStatus = "nothing" | "planned" | "written";

/** What `baton trust` did. */
export interface TrustOutcome {
  readonly plan: TrustPlan;
  /** What keeps hooks from starting, or from holding everything, trusted or not. */
  readonly findings: readonly Diagnostic[];
  readonly now: HooksLook;
  readonly status: TrustStatus;
}

/** What `baton trust --json` prints: each hook as it was and as Codex has it now. */
export function trustAsJson({ plan, findings, now, status }: TrustOutcome): string {
  const { file, before, pending, project } = plan;
  const hooks = before.hooks.own.map(({ event, hook }) => {
    const after = now.hooks.own.find((one) => one.event === event)?.hook ?? hook;
    const written = pending.some((one) => one.event === event) && status !== "nothing";
    return { event, key: hook.key, hash: hook.hash, was: standingOf(hook), now: standingOf(after), written };
  });
  const report = {
    ok: !now.config.hooksOff && hooks.every((hook) => hook.now === "trusted") && tally(findings).errors === 0,
    command: "trust",
    status,
    codex: now.version,
    config: file.target,
    project: project ?? null,
    hooks,
    missing: before.hooks.missing,
    others: before.hooks.others.map(({ key, command }) => ({ key, command })),
    findings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
