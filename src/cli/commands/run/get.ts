import { getRun } from "../../../run/operations/get.ts";
import { defineCommand } from "../../define-command.ts";
import { meantRun } from "../../runs/meant-run.ts";
import { printResult } from "../../runs/print-result.ts";
import { showEvents } from "../../runs/show-events.ts";
import { showRun } from "../../runs/show-run.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly events?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[run]", description: "the run; needless while only one is open" }],
  options: [
    { flags: "--events", description: "the newest events, too" },
    { flags: "--json", description: "print JSON: everything that is stored" },
  ],
  examples: [["baton run get WF-...", "each step with its mark, what waits for whom, what comes next"]],
  run: async (io, [run], { events, json }) =>
    withRuns(io, false, async ({ context }) => {
      const runId = await meantRun(context, run);
      const stored = await getRun(context, { run_id: runId, include_events: events });
      const now = context.now();
      printResult(io, json, stored, (style) => {
        const history = stored.events === undefined ? "" : `\n${showEvents(stored.events, now, style)}`;
        return `${showRun(stored, now, style)}${history}`;
      });
      return 0;
    }),
});
