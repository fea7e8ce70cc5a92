import { Failure } from "../../../core/failure.ts";
import { plural } from "../../../render/report.ts";
import { pruneRuns } from "../../../run/operations/prune.ts";
import { defineCommand } from "../../define-command.ts";
import { duration } from "../../runs/option-values.ts";
import { printResult } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly olderThan?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [],
  options: [
    { flags: "--older-than <time>", description: "how long ago a run has to have ended: 30d, 12h" },
    { flags: "--dry-run", description: "only say which runs they are" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [["baton run prune --older-than 90d", "delete completed and stopped runs of more than 90 days ago"]],
  run: async (io, _, { olderThan, dryRun = false, json }) => {
    if (olderThan === undefined)
      throw new Failure("cli/usage", "nothing says how old runs have to be", {
        status: 2,
        hint: "pass --older-than, for example --older-than 90d",
      });
    const olderThanMs = duration("--older-than", olderThan);
    return withRuns(io, false, async ({ context }) => {
      const result = await pruneRuns(context, { olderThanMs, dryRun });
      const ids = result.pruned.map((id) => `  ${id}\n`).join("");
      const done = dryRun ? "would be deleted" : "deleted";
      printResult(io, json, result, () => `${plural(result.pruned.length, "run")} ${done}\n${ids}`);
      return 0;
    });
  },
});
