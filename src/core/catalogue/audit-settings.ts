import type { Catalogue } from "../entry.ts";

/** What can be wrong with what a project tells the audit, and with what it is asked for. */
export const auditSettingsCodes = {
  "audit/settings-shape": {
    severity: "error",
    title: "the audit's settings are not what they have to be",
    why: "A setting that is not understood is never ignored: the audit would hold something else than the project thinks.",
    fix: "Write `rules:` and below it a severity for each rule: error, warning, info or off.",
    bad: "rules: [team/short-wait]",
    good: "rules:\n  team/short-wait: off",
  },
  "audit/unknown-rule": {
    severity: "error",
    title: "the audit's settings name a rule that does not exist",
    why: "A mistyped rule would go on at its own severity.",
    fix: "Name a rule by its code; `baton explain` lists all of them.",
    bad: "rules:\n  flow/stop-skiped: warning",
    good: "rules:\n  flow/stop-skipped: warning",
  },
  "audit/baseline-shape": {
    severity: "error",
    title: "the baseline is not one that `baton audit --write-baseline` writes",
    why: "Findings would be taken as known, or as new, by chance.",
    fix: "Write it anew with `baton audit --write-baseline`.",
  },
  "audit/stale-baseline": {
    severity: "warning",
    title: "the baseline knows a finding that is no longer there",
    why: "An entry without a finding could hide a later one.",
    fix: "Write the baseline anew with `baton audit --write-baseline`.",
  },
} as const satisfies Catalogue;
