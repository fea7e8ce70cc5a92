import type { SwitchedOff } from "../../hooks/hooks-switched-off.ts";
import type { HookSwitch } from "../../hooks/switch-lines.ts";
import { shownLine } from "../../render/shown-line.ts";
import type { Style } from "../../render/style.ts";
import type { HooksLook } from "../trust/look-at-hooks.ts";
import { standingOf } from "../trust/trust-words.ts";
import type { HooksStanding } from "./hooks-standing.ts";

/**
 * `baton hook status` for a person.
 * @param look what Codex said, or why it said nothing
 * @param here the words that make a command work in the same place
 */
export function statusWords(
  root: string,
  session: string | null,
  { off, sessions }: HooksStanding,
  look: HooksLook | string,
  style: Style,
  here: string,
): string {
  const what = session === null ? `Baton's hooks in ${root}` : `Baton's hooks in session ${session}`;
  const state = off === undefined ? style.green("switched on") : `${style.yellow("switched off")} ${offWords(off)}`;
  const exceptions = session === null ? sessions.map((one) => `  ${sessionWords(one)}\n`) : [];
  return `${what}: ${state}\n${exceptions.join("")}${codexWords(look, style, here)}`;
}

/** `baton hook status --json`. */
export function statusAsJson(
  root: string,
  session: string | null,
  { off, sessions }: HooksStanding,
  look: HooksLook | string,
): string {
  const codex =
    typeof look === "string"
      ? { asked: false, why: look }
      : {
          asked: true,
          version: look.version,
          projectTrusted: look.untrustedRoot === undefined,
          hooksOff: look.config.hooksOff,
          hooks: look.hooks.own.map(({ event, hook }) => ({ event, key: hook.key, state: standingOf(hook) })),
          missing: look.hooks.missing,
        };
  const report = { ok: true, root, session, on: off === undefined, off: off ?? null, sessions, codex };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function offWords({ by, at, who }: SwitchedOff): string {
  if (by === "environment") return "in this shell: BATON_HOOKS=off holds for what is started from it";
  return `for the ${by}, ${byWhom(who, at)}`;
}

function sessionWords({ session, on, who, at }: HookSwitch): string {
  return `but ${on ? "on" : "off"} in session ${shownLine(session ?? "")}, ${byWhom(who, at)}`;
}

function byWhom(who: string | null, at: string | null): string {
  const day = at === null ? "" : ` on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
  return `by ${who === null ? "nobody named" : shownLine(who, 60)}${day}`;
}

function codexWords(look: HooksLook | string, style: Style, here: string): string {
  if (typeof look === "string") return `Codex: not known, ${shownLine(look, 200)}\n`;
  const { version, hooks, config, rejection, untrustedRoot } = look;
  if (untrustedRoot !== undefined) {
    return `Codex ${version} runs none: it does not trust ${untrustedRoot}. baton trust --project, if you do\n`;
  }
  if (rejection !== undefined)
    return `Codex ${version} runs none: it rejects the hooks.json. baton doctor${here} shows why\n`;
  if (config.hooksOff) return `Codex ${version} runs none: features.hooks is false in its configuration\n`;
  if (hooks.own.length === 0) return `Codex ${version} has none: baton install${here} wires them\n`;
  const width = Math.max(...hooks.own.map(({ event }) => event.length)) + 2;
  const rows = hooks.own.map(({ event, hook }) => {
    const standing = standingOf(hook);
    const paint = standing === "trusted" ? style.green : style.yellow;
    return `  ${event.padEnd(width)}${paint(standing === "trusted" ? "runs" : `skipped: ${standing}`)}\n`;
  });
  const missing =
    hooks.missing.length === 0 ? "" : `Not wired: ${hooks.missing.join(", ")}. baton update${here} adds them\n`;
  const skipped = hooks.own.some(({ hook }) => ["untrusted", "voided"].includes(standingOf(hook)));
  return `In Codex ${version}:\n${rows.join("")}${missing}${skipped ? `Next: baton trust${here}\n` : ""}`;
}
