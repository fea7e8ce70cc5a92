import { findPlace } from "../../install/find-place.ts";
import { type Place, projectPlace } from "../../install/place.ts";
import { refuseHome } from "../../install/refuse-home.ts";
import { ask, canAsk } from "../ask.ts";
import { defineCommand } from "../define-command.ts";
import { installWarnings } from "../install-warnings.ts";
import type { Io } from "../io.ts";
import { placeFor } from "../place-options.ts";
import { samePlace } from "../same-place.ts";
import { runSync, type SyncOptions, syncOptions } from "../sync-command.ts";

export default defineCommand<SyncOptions>({
  parameters: [],
  options: syncOptions,
  examples: [
    ["baton install", "put the pack into this repository; run again, it brings it up to date"],
    ["baton install --dry-run", "every file that would be written, and nothing written"],
    ["baton install --user", "for all your projects: ~/.agents/skills, CODEX_HOME/agents, CODEX_HOME/baton"],
    ["baton install --on-conflict take", "replace files of yours that are in the way, after a backup"],
  ],
  run: async (io, _, options) => {
    const place = findPlace(io.cwd, io.env, options) ?? (await placeOutside(io, options));
    if (place === undefined) {
      io.out("Nothing was written.\n");
      return 0;
    }
    const warnings = await installWarnings(io, place, options.directory !== undefined);
    return runSync(io, place, options, "install", nextSteps(io, place), warnings);
  },
});

/** Outside a repository a person is asked, and may decline; a script is told. */
async function placeOutside(io: Io, options: SyncOptions): Promise<Place | undefined> {
  const place = projectPlace(io.cwd);
  refuseHome(place, io.env);
  if (options.json || options.yes || !canAsk(io)) return placeFor(io, options);
  const here =
    "This is no git repository, and Codex looks for skills and agents from a repository's root. Install here anyway?";
  return (await ask(`${here} (${io.cwd})`)) ? place : undefined;
}

function nextSteps(io: Io, place: Place): string {
  const { scope } = place;
  const here = samePlace(io, place);
  const steps = [
    scope === "project"
      ? `baton trust${here} says what the hooks may do, and has Codex trust the project and them: until then it skips both, silently`
      : `baton trust${here} says what the hooks may do, and has Codex trust them: until then it skips them, silently`,
    `baton doctor${here} shows what is in force`,
    ...(scope === "project" ? ["git commit what was installed: what a recipe commits must not sweep it in"] : []),
    "codex '$recipe-implement <what you want>'",
  ];
  return `
Next:
${steps.map((step, at) => `  ${at + 1}. ${step}\n`).join("")}`;
}
