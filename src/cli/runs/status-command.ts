import { updateRun } from "../../run/operations/update.ts";
import type { RunStatus } from "../../run/run.ts";
import { type CommandModule, defineCommand } from "../define-command.ts";
import { printChange } from "./print-result.ts";
import { withRuns } from "./with-runs.ts";

interface Options {
  readonly why?: string;
  readonly actor?: string;
  readonly json?: true;
}

/** A verb that only sets a run's status. */
export function statusCommand(
  status: RunStatus,
  done: string,
  examples: CommandModule["examples"],
): CommandModule<Options> {
  return defineCommand<Options>({
    parameters: [{ name: "<run>", description: "the run" }],
    options: [
      { flags: "--why <text>", description: "the reason, for the history" },
      { flags: "--actor <name>", description: "who asks for it; the owner unless given" },
      { flags: "--json", description: "print JSON" },
    ],
    examples,
    run: async (io, [run], { why, actor, json }) =>
      withRuns(io, false, async ({ context }) => {
        const result = await updateRun(context, { run_id: String(run), run_status: status, summary: why, actor });
        await printChange(io, json, context, result, done);
        return 0;
      }),
  });
}
