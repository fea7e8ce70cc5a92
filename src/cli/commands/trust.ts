import { Failure } from "../../core/failure.ts";
import { surroundingsOf } from "../../doctor/surroundings.ts";
import { configScope } from "../../install/codex-settings.ts";
import { hookGroups } from "../../install/config/wanted.ts";
import { refuseHome } from "../../install/refuse-home.ts";
import { codexOption } from "../codex-option.ts";
import { defineCommand } from "../define-command.ts";
import { inOwnName } from "../own-name.ts";
import { placeFor } from "../place-options.ts";
import { personOnly } from "../runs/person-only.ts";
import { samePlace } from "../same-place.ts";
import { giveTrust } from "../trust/give-trust.ts";
import { sayWithdrawn } from "../trust/say-withdrawn.ts";
import { withdrawTrust } from "../trust/withdraw-trust.ts";

export interface TrustOptions {
  readonly yes?: true;
  readonly project?: true;
  readonly remove?: true;
  readonly dryRun?: true;
  readonly json?: true;
  readonly user?: true;
  readonly directory?: string;
  readonly codex?: string;
}

export default defineCommand<TrustOptions>({
  parameters: [],
  options: [
    { flags: "--yes", description: "trust the hooks without asking, in CI for example" },
    { flags: "--project", description: "trust the project too, when Codex does not yet" },
    { flags: "--remove", description: "withdraw the trust in Baton's hooks" },
    { flags: "--dry-run", description: "show what would be written, and write nothing" },
    { flags: "--user", description: "the hooks for all your projects, instead of this repository's" },
    { flags: "--directory <dir>", description: "this directory, instead of the repository around the current one" },
    { flags: "--codex <path>", description: "the Codex to ask, instead of the one on PATH" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    ["baton trust", "what each hook may do, and how it stands with Codex; then ask"],
    ["baton trust --yes --project", "in CI: trust the project and Baton's hooks, and no other"],
    ["baton trust --dry-run", "the lines that would be added to your config.toml"],
    ["baton trust --remove", "take the trust back; Codex skips the hooks from then on"],
  ],
  run: async (io, _, options) => {
    await personOnly(io, options.remove ? "withdraw trust from Codex's hooks" : "have Codex trust hooks");
    const place = placeFor(io, options);
    const around = surroundingsOf(place, io.cwd, io.env);
    const wanted = hookGroups(configScope(place));
    if (options.remove) {
      const withdrawal = await withdrawTrust(around, wanted, options.dryRun === true);
      const back = `baton trust${samePlace(io, place)}${options.project ? " --project" : ""}`;
      sayWithdrawn(io, withdrawal, inOwnName(io, back), options);
      return 0;
    }
    refuseHome(place, io.env);
    const codex = codexOption(io, options.codex);
    if (codex === undefined) {
      throw new Failure("codex/not-found", "there is no Codex on PATH whose trust could be given", {
        hint: "install it, or name it: baton trust --codex <path>",
      });
    }
    const { yes = false, project = false, dryRun = false, json = false } = options;
    return giveTrust(io, { codex, place, around, wanted, yes, project, dryRun, json });
  },
});
