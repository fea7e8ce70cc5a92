import { hooksSwitchedOff, type SwitchedOff } from "../../hooks/hooks-switched-off.ts";
import { lastSwitch } from "../../hooks/last-switch.ts";
import { readSwitchFile } from "../../hooks/switch-file.ts";
import { type HookSwitch, parseSwitchLines } from "../../hooks/switch-lines.ts";

/** How a project's hooks are switched. */
export interface HooksStanding {
  /** Why they let everything pass; undefined while they hold. */
  readonly off: SwitchedOff | undefined;
  /** Sessions whose own switch differs from the project's. */
  readonly sessions: readonly HookSwitch[];
}

/**
 * Reads how Baton's hooks are switched in a project.
 * @param session one session, to say how it is there; null for the project
 */
export function hooksStanding(
  root: string,
  session: string | null,
  env: Readonly<Record<string, string | undefined>>,
): HooksStanding {
  const lines = parseSwitchLines(readSwitchFile(root));
  const isOn = lastSwitch(lines, null)?.on ?? true;
  const ids = new Set(lines.flatMap((one) => (one.by === "session" && one.session !== null ? [one.session] : [])));
  const own = [...ids].flatMap((id) => lastSwitch(lines, id) ?? []);
  return { off: hooksSwitchedOff(root, session, env), sessions: own.filter(({ on }) => on !== isOn) };
}
