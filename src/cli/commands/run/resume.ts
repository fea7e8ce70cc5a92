import { resumeRun } from "../../../run/operations/resume.ts";
import { defineCommand } from "../../define-command.ts";
import { meantRun } from "../../runs/meant-run.ts";
import { printResult } from "../../runs/print-result.ts";
import { nextLines } from "../../runs/show-run.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[run]", description: "the run; needless while only one is open" }],
  options: [{ flags: "--json", description: "print JSON" }],
  examples: [
    ["baton run resume", "what to do next, and what it waits for"],
    ["baton run resume WF-7K3QX9M2TD --json", "the verdict for a script: can_resume, reason, next"],
  ],
  run: async (io, [run], { json }) =>
    withRuns(io, false, async ({ context }) => {
      const verdict = await resumeRun(context, { run_id: await meantRun(context, run) });
      printResult(io, json, verdict, (style) => `${nextLines(verdict, style).join("\n")}\n`);
      return 0;
    }),
});
