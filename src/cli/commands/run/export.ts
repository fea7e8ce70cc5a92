import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../../core/failure.ts";
import { exportRuns } from "../../../run/operations/export.ts";
import { defineCommand } from "../../define-command.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly output?: string;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[run...]", description: "the runs; all of them unless named" }],
  options: [
    { flags: "--output <file>", description: "write to a new file, not to standard output" },
    { flags: "--json", description: "an export is lines of JSON in any case; print failures as JSON, too" },
  ],
  examples: [
    ["baton run export --output runs.jsonl", "a backup of every run"],
    [
      "baton run export WF-... | ssh other 'cd repository && baton run import --stdin'",
      "take a run to another machine",
    ],
  ],
  run: async (io, [runs], { output }) =>
    withRuns(io, false, async ({ context }) => {
      const lines: string[] = [];
      for await (const line of exportRuns(context, (runs ?? []) as readonly string[])) lines.push(line);
      if (output === undefined) for (const line of lines) io.out(line);
      else writeNew(resolve(io.cwd, output), lines.join(""));
      return 0;
    }),
});

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Failure("cli/usage", `the export cannot be written: ${(error as Error).message}`, {
      status: 2,
      hint: "name a file that does not exist yet",
    });
  }
}
