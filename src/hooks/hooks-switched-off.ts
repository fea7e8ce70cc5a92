import { lastSwitch } from "./last-switch.ts";
import { readSwitchFile } from "./switch-file.ts";
import { type HookSwitch, parseSwitchLines } from "./switch-lines.ts";

/** Why Baton's hooks let everything pass. */
export interface SwitchedOff {
  readonly by: HookSwitch["by"];
  /** When, and who; null where it is the environment. */
  readonly at: string | null;
  readonly who: string | null;
}

/**
 * Whether a person has switched Baton's hooks off for a session: `BATON_HOOKS=off` does so above all; else the session's
 * own last switch holds, and where it has none the project's. What cannot be read switches nothing off.
 * @param root of the repository's main checkout; undefined outside of one, where only the environment counts
 * @param session its root session's id; null for any that has no switch of its own
 */
export function hooksSwitchedOff(
  root: string | undefined,
  session: string | null,
  env: Readonly<Record<string, string | undefined>>,
): SwitchedOff | undefined {
  if (env["BATON_HOOKS"] === "off") return { by: "environment", at: null, who: null };
  const text = root === undefined ? "" : readSwitchFile(root);
  if (text === "") return undefined;
  const last = lastSwitch(parseSwitchLines(text), session);
  return last === undefined || last.on ? undefined : { by: last.by, at: last.at, who: last.who };
}
