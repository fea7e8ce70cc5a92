import type { SwitchedOff } from "../../case.ts";
import type { Fault, Rule } from "../../rule.ts";

/** That nothing is held while a session runs is on the record. */
export const off: Rule = {
  code: "hooks/off",
  live: false,
  check: ({ event, before }) => {
    if (event.kind === "hooks_switched" && !event.on) return said(event.by);
    // What was switched off before the recipe was invoked is off for it too.
    if (event.kind !== "skill_invoked" || before.recipe !== null) return undefined;
    return before.switchedOff.map(({ by, event: at }) => ({ ...said(by), event: at }));
  },
};

const scopes: Readonly<Record<SwitchedOff["by"], string>> = {
  project: "for the project",
  session: "for this session",
  environment: "by BATON_HOOKS=off",
};

function said(by: SwitchedOff["by"]): Fault {
  const hint = by === "environment" ? "start Codex without BATON_HOOKS=off" : "run baton hook on";
  return { message: `Baton's hooks are switched off ${scopes[by]}`, hint };
}
