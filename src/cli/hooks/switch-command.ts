import { appendSwitch } from "../../hooks/append-switch.ts";
import { hooksSwitchedOff, type SwitchedOff } from "../../hooks/hooks-switched-off.ts";
import { oneLine } from "../../render/session/story.ts";
import type { CommandModule } from "../define-command.ts";
import { defineCommand } from "../define-command.ts";
import { inOwnName } from "../own-name.ts";
import { personOf, personOnly } from "../runs/person-only.ts";
import { hooksRoot } from "./hooks-root.ts";
import { hooksStanding } from "./hooks-standing.ts";
import { meantSession } from "./meant-session.ts";

export interface SwitchOptions {
  readonly project?: true;
  readonly session?: string;
  readonly as?: string;
  readonly json?: true;
}

/** `baton hook on` and `baton hook off`: a person's word about whether Baton's hooks hold anything. */
export function switchCommand(on: boolean, examples: CommandModule["examples"]): CommandModule<SwitchOptions> {
  const word = on ? "on" : "off";
  return defineCommand<SwitchOptions>({
    parameters: [],
    options: [
      { flags: "--project", description: "for every session of this repository; so it is unless --session is given" },
      { flags: "--session <id>", description: "for one session only, whatever holds for the project" },
      { flags: "--as <name>", description: "your name; the account's unless given" },
      { flags: "--json", description: "print JSON" },
    ],
    examples,
    run: async (io, _, options) => {
      const session = meantSession(options);
      await personOnly(io, `switch Baton's hooks ${word}`);
      const root = hooksRoot(io.cwd);
      const by = session === null ? "project" : "session";
      const who = personOf(io, options.as);
      const changed = (hooksSwitchedOff(root, session, {}) === undefined) !== on;
      if (changed) appendSwitch(root, { at: new Date().toISOString(), on, by, session, who });
      const left = hooksSwitchedOff(root, session, io.env);
      if (options.json) {
        io.out(`${JSON.stringify({ ok: true, on: left === undefined, by, session, changed, root }, null, 2)}\n`);
      } else {
        const others = session === null ? hooksStanding(root, null, {}).sessions.map((one) => one.session ?? "") : [];
        io.out(inOwnName(io, said(on, root, session, changed, left) + exceptionWords(on, others)));
      }
      return 0;
    },
  });
}

/** Sessions with a switch of their own go on as they were. */
function exceptionWords(on: boolean, sessions: readonly string[]): string {
  const [other, again] = on ? ["off", "on"] : ["on", "off"];
  return sessions
    .map((id) => `Still ${other} in session ${oneLine(id)}: baton hook ${again} --session ${oneLine(id)}\n`)
    .join("");
}

function said(
  on: boolean,
  root: string,
  session: string | null,
  changed: boolean,
  left: SwitchedOff | undefined,
): string {
  const what = session === null ? `Baton's hooks in ${root}` : `Baton's hooks in session ${session}`;
  const now = changed
    ? on
      ? "are on from now on"
      : "let everything pass from now on"
    : `were ${on ? "on" : "off"} already`;
  const scope = session === null ? "" : ` --session ${session}`;
  const next = on
    ? "baton hook status says whether Codex runs them."
    : `The audit shows it. Back again: baton hook on${scope}`;
  const still =
    on && left?.by === "environment"
      ? "BATON_HOOKS=off is set in this shell: a session started from it goes without them all the same.\n"
      : "";
  return `${what} ${now}.\n${still}${next}\n`;
}
