import { replayRun } from "../../../run/operations/replay.ts";
import { defineCommand } from "../../define-command.ts";
import { meantRun } from "../../runs/meant-run.ts";
import { moment, wholeNumber } from "../../runs/option-values.ts";
import { printResult } from "../../runs/print-result.ts";
import { showEvents } from "../../runs/show-events.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly limit?: string;
  readonly since?: string;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[run]", description: "the run; needless while only one is open" }],
  options: [
    { flags: "--limit <n>", description: "at most so many events; 20 unless given" },
    { flags: "--since <event>", description: "events after this number, or from this moment on" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [["baton run replay WF-... --limit 5", "the five newest events, with who did them"]],
  run: async (io, [run], { limit, since, json }) =>
    withRuns(io, false, async ({ context }) => {
      const replay = await replayRun(context, {
        run_id: await meantRun(context, run),
        limit: limit === undefined ? undefined : wholeNumber("--limit", limit),
        since: since === undefined ? undefined : /^\d+$/.test(since) ? Number(since) : moment("--since", since, 0),
      });
      printResult(io, json, replay, (style) => showEvents(replay.events, context.now(), style));
      return 0;
    }),
});
