import { lstatSync } from "node:fs";
import { join } from "node:path";
import { appendSwitch } from "./append-switch.ts";
import { readSwitchFile } from "./switch-file.ts";
import { parseSwitchLines } from "./switch-lines.ts";

/**
 * Records that a session runs with `BATON_HOOKS=off`, or no longer does: once each time it changes, and nothing in a
 * project without a `.baton`. Never throws: a hook goes on whatever happens.
 * @param root of the repository's main checkout
 */
export function noteEnvironment(
  root: string,
  session: string,
  env: Readonly<Record<string, string | undefined>>,
  at: string,
): void {
  try {
    if (lstatSync(join(root, ".baton"), { throwIfNoEntry: false })?.isDirectory() !== true) return;
    const on = env["BATON_HOOKS"] !== "off";
    const noted = parseSwitchLines(readSwitchFile(root)).findLast(
      (one) => one.by === "environment" && one.session === session,
    );
    if ((noted?.on ?? true) !== on) appendSwitch(root, { at, on, by: "environment", session, who: null });
  } catch {
    // A read-only disk records nothing; what the person asked for holds all the same.
  }
}
