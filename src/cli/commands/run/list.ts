import { listRuns } from "../../../run/operations/list.ts";
import { type RunStatus, runStatuses } from "../../../run/run.ts";
import { defineCommand } from "../../define-command.ts";
import { wholeNumber } from "../../runs/option-values.ts";
import { printResult } from "../../runs/print-result.ts";
import { showList } from "../../runs/show-list.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly status?: RunStatus;
  readonly owner?: string;
  readonly kind?: string;
  readonly limit?: string;
  readonly includeEnded?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [],
  options: [
    { flags: "--status <status>", description: "only runs of this status", choices: runStatuses },
    { flags: "--owner <name>", description: "only runs of this owner" },
    { flags: "--kind <word>", description: "only runs of this sort" },
    { flags: "--limit <n>", description: "at most so many; 20 unless given" },
    { flags: "--include-ended", description: "completed and stopped runs, too" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    ["baton run list", "runs that have not ended, newest first, with what they wait for"],
    ["baton run list --status waiting_approval", "what waits for you"],
  ],
  run: async (io, _, { status, owner, kind, limit, includeEnded, json }) =>
    withRuns(io, false, async ({ context }) => {
      const list = await listRuns(context, {
        status,
        owner,
        kind,
        limit: limit === undefined ? undefined : wholeNumber("--limit", limit),
        include_ended: includeEnded,
      });
      printResult(io, json, list, (style) =>
        list.runs.length === 0 ? "no runs\n" : showList(list.runs, context.now(), style),
      );
      return 0;
    }),
});
