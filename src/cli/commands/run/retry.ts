import { retryRun } from "../../../run/operations/retry.ts";
import { defineCommand } from "../../define-command.ts";
import { wholeNumber } from "../../runs/option-values.ts";
import { printChange } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly step?: string;
  readonly maxAttempts?: string;
  readonly actor?: string;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "<run>", description: "the run" }],
  options: [
    { flags: "--step <key>", description: "the step that failed; all that failed unless given" },
    { flags: "--max-attempts <n>", description: "allow so many attempts, those already made included" },
    { flags: "--actor <name>", description: "who asks for it; the owner unless given" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [["baton run retry WF-... --step package --max-attempts 4", "one more attempt for a step that used three"]],
  run: async (io, [run], { step, maxAttempts, actor, json }) =>
    withRuns(io, false, async ({ context }) => {
      const result = await retryRun(context, {
        runId: String(run),
        stepKey: step,
        actor,
        maxAttempts: maxAttempts === undefined ? undefined : wholeNumber("--max-attempts", maxAttempts),
      });
      await printChange(io, json, context, result, "may be tried again");
      return 0;
    }),
});
