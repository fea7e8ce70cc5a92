import type { LoadedHook } from "../../codex/hooks-answer.ts";
import { fileEvent } from "../../doctor/event-name.ts";
import type { OwnHook } from "../../doctor/own-hooks.ts";
import { plural } from "../../render/report.ts";
import { shownLine } from "../../render/shown-line.ts";
import { type Style, visible } from "../../render/style.ts";
import { eventWords } from "./event-words.ts";
import type { HooksLook } from "./look-at-hooks.ts";

/** How a hook stands with Codex, in a word. */
export type Standing = "trusted" | "untrusted" | "voided" | "off";

/** `voided`: it was trusted and has been changed since. `off`: somebody set `enabled = false` for it. */
export function standingOf({ enabled, trust }: LoadedHook): Standing {
  if (trust === "untrusted") return "untrusted";
  if (trust === "modified") return "voided";
  return enabled ? "trusted" : "off";
}

/** Each of Baton's hooks with what it may do, and what that means altogether. */
export function hookLines({ hooks }: HooksLook, style: Style): string {
  const width = Math.max(...hooks.own.map(({ event }) => event.length)) + 2;
  const paint = { trusted: style.green, untrusted: style.yellow, voided: style.red, off: style.red };
  const lines = hooks.own.map(({ event, hook }) => {
    const standing = standingOf(hook);
    return `  ${paint[standing](standing.padEnd(11))}${style.bold(event.padEnd(width))}${eventWords(event)}\n`;
  });
  return lines.join("") + voidedLine(hooks.own) + othersLine(hooks.others);
}

/** What trusting means, whichever the hook. */
export function meaningLines({ hooks }: HooksLook): string {
  const command = visible(hooks.own[0]?.hook.command ?? "").replace(/ hook \w+\s*$/, " hook <event>");
  return [
    `Each runs  ${command}`,
    "as you and outside Codex's sandbox, in every session here; where no recipe of Baton's was called it does nothing.",
    "Trust is for this command line: whoever can change the program it starts, or baton.mjs beside it, changes what runs.\n",
  ].join("\n");
}

function voidedLine(own: readonly OwnHook[]): string {
  const voided = own.filter(({ hook }) => standingOf(hook) === "voided");
  if (voided.length === 0) return "";
  return `Trust in ${plural(voided.length, "hook")} was voided: the command, matcher or timeout is not what was trusted.\n`;
}

function othersLine(others: readonly LoadedHook[]): string {
  if (others.length === 0) return "";
  const shown = others.slice(0, 5).map(({ event, command }) => `${fileEvent(event)} "${shownLine(command, 60)}"`);
  const more = others.length > shown.length ? `, and ${others.length - shown.length} more` : "";
  return `Not Baton's, and left alone: ${shown.join(", ")}${more}\n`;
}
