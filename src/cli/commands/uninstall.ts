import { surroundingsOf } from "../../doctor/surroundings.ts";
import { carryOut, type Intent } from "../../install/carry-out.ts";
import { codexSettings, configScope } from "../../install/codex-settings.ts";
import { hookGroups } from "../../install/config/wanted.ts";
import { leftBehind } from "../../install/left-behind.ts";
import type { Place } from "../../install/place.ts";
import { actionsOf, type Plan } from "../../install/plan.ts";
import { realDisk } from "../../install/real-disk.ts";
import { shownTarget } from "../../install/shown-target.ts";
import { surveyUninstall } from "../../install/survey-uninstall.ts";
import { thisProcess } from "../../install/this-process.ts";
import { plural } from "../../render/report.ts";
import { ask, canAsk } from "../ask.ts";
import { defineCommand } from "../define-command.ts";
import { interruptibly } from "../interruption.ts";
import type { Io } from "../io.ts";
import { inOwnName } from "../own-name.ts";
import { placeFor, type WriteOptions, writeOptions } from "../place-options.ts";
import { planAsJson } from "../plan-as-json.ts";
import { planWords } from "../plan-words.ts";
import { samePlace } from "../same-place.ts";
import { styleFor } from "../style-for.ts";
import { countTrustEntries } from "../trust/count-trust-entries.ts";
import { version } from "../version.ts";

export default defineCommand<WriteOptions>({
  parameters: [],
  options: writeOptions,
  examples: [
    ["baton uninstall", "take away what was installed and is not edited, and put back what stood there before"],
    ["baton uninstall --dry-run", "what would be removed, and what would stay"],
  ],
  run: async (io, _, options) => {
    const place = placeFor(io, options);
    const settings = codexSettings(place);
    const mayAsk = !options.yes && !options.json && canAsk(io);
    const outcome = await interruptibly((stop) =>
      carryOut(
        { disk: realDisk, place, self: thisProcess(), stop },
        () => surveyUninstall(realDisk, place, version, settings),
        {
          dryRun: options.dryRun === true,
          check: () => undefined,
          confirm: mayAsk ? (intent) => confirm(io, place, intent, options) : undefined,
        },
      ),
    );
    const left = outcome.status === "done" ? leftBehind(realDisk, place) : [];
    if (options.json) {
      io.out(planAsJson("uninstall", place, version, outcome, { left }));
      return 0;
    }
    const { status, plan, manifest } = outcome;
    if (manifest === undefined) io.out(`Baton is not installed in ${place.root}: nothing to remove\n`);
    if (status === "declined") io.out("Nothing was written.\n");
    if (manifest === undefined || status === "declined") return 0;
    if (status === "planned")
      io.out(`${words(io, place, outcome, { ...options, verbose: true })}Nothing was written.\n`);
    else if (!mayAsk) io.out(words(io, place, outcome, options));
    if (status === "done") {
      io.out(`Removed; ${endWords(plan)}.\n`);
      io.out(leftTrust(io, place));
      if (left.length > 0)
        io.out(`Still in ${shownTarget(place, ".baton")}, because it is yours: ${namesOf(place, left)}\n`);
    }
    return 0;
  },
});

function namesOf(place: Place, targets: readonly string[]): string {
  const shown = targets.slice(0, 8).map((target) => shownTarget(place, target));
  return [...shown, ...(targets.length > shown.length ? ["…"] : [])].join(", ");
}

function endWords(plan: Plan): string {
  const kept = actionsOf(plan, "keep").length;
  if (kept > 0) return `${plural(kept, "file")} named above stayed`;
  const saved = actionsOf(plan, "edit", "delete").some(({ beside }) => beside !== undefined);
  return saved ? "what you had changed in it is in the backup named above" : "everything is as it was";
}

/** A few lines in the user's own file, of which no manifest knows: told, not touched. */
function leftTrust(io: Io, place: Place): string {
  const count = countTrustEntries(surroundingsOf(place, io.cwd, io.env), hookGroups(configScope(place)));
  const how = `baton trust${samePlace(io, place)} --remove takes it out`;
  return count === 0 ? "" : `Codex still has trust in hooks on record that are gone: ${inOwnName(io, how)}\n`;
}

async function confirm(io: Io, place: Place, intent: Intent, options: WriteOptions): Promise<boolean> {
  io.out(words(io, place, intent, options));
  return ask("Remove them?");
}

function words(io: Io, place: Place, { plan, manifest }: Intent, options: WriteOptions): string {
  const style = styleFor(io, "stdout");
  const heading = `${style.bold(`Baton ${manifest?.version ?? version}`)} out of ${place.root}`;
  return `${heading}\n${planWords(place, plan, style, options.verbose === true)}`;
}
