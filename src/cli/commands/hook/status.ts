import { Failure } from "../../../core/failure.ts";
import { surroundingsOf } from "../../../doctor/surroundings.ts";
import { configScope } from "../../../install/codex-settings.ts";
import { hookGroups } from "../../../install/config/wanted.ts";
import { findPlace } from "../../../install/find-place.ts";
import { projectPlace } from "../../../install/place.ts";
import { codexOption } from "../../codex-option.ts";
import { defineCommand } from "../../define-command.ts";
import { hooksRoot } from "../../hooks/hooks-root.ts";
import { hooksStanding } from "../../hooks/hooks-standing.ts";
import { meantSession } from "../../hooks/meant-session.ts";
import { statusAsJson, statusWords } from "../../hooks/status-words.ts";
import type { Io } from "../../io.ts";
import { inOwnName } from "../../own-name.ts";
import { styleFor } from "../../style-for.ts";
import { type HooksLook, lookAtHooks } from "../../trust/look-at-hooks.ts";

interface Options {
  readonly project?: true;
  readonly session?: string;
  readonly user?: true;
  readonly codex?: string;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [],
  options: [
    { flags: "--project", description: "how it is for the repository; so it is unless --session is given" },
    { flags: "--session <id>", description: "how it is for one session" },
    { flags: "--user", description: "the hooks for all your projects, instead of this repository's" },
    { flags: "--codex <path>", description: "the Codex to ask, instead of the one on PATH" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    ["baton hook status", "on or off, by whom, and which hooks Codex runs"],
    ["baton hook status --session 0199a213-81a0-7800-8aa0-000000000001", "whether they hold in that session"],
  ],
  run: async (io, _, options) => {
    const session = meantSession(options);
    const root = hooksRoot(io.cwd);
    const standing = hooksStanding(root, session, io.env);
    const look = await looked(io, options);
    if (options.json) io.out(statusAsJson(root, session, standing, look));
    else {
      const here = options.user ? " --user" : "";
      io.out(inOwnName(io, statusWords(root, session, standing, look, styleFor(io, "stdout"), here)));
    }
    return 0;
  },
});

/** What Codex says, or why it says nothing: the switch is shown all the same. */
async function looked(io: Io, { user, codex: named }: Options): Promise<HooksLook | string> {
  const codex = codexOption(io, named);
  if (codex === undefined) return "there is no Codex on PATH to ask";
  const place = findPlace(io.cwd, io.env, { user }) ?? projectPlace(io.cwd);
  try {
    return await lookAtHooks(io, codex, surroundingsOf(place, io.cwd, io.env), hookGroups(configScope(place)));
  } catch (error) {
    if (!(error instanceof Failure) || error.code === "cli/interrupted") throw error;
    return error.message;
  }
}
