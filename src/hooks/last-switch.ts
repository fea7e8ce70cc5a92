import type { HookSwitch } from "./switch-lines.ts";

/** The switch that holds for a session; undefined when nobody ever switched anything. */
export function lastSwitch<One extends HookSwitch>(switches: readonly One[], session: string | null): One | undefined {
  const own = switches.findLast((one) => one.by === "session" && one.session === session);
  return own ?? switches.findLast(({ by }) => by === "project");
}
