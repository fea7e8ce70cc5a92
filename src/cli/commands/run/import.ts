import { resolve } from "node:path";
import { Failure } from "../../../core/failure.ts";
import { readText } from "../../../pack/read-text.ts";
import { plural } from "../../../render/report.ts";
import { importRuns } from "../../../run/operations/import.ts";
import { defineCommand } from "../../define-command.ts";
import { printResult } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly stdin?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[file]", description: "an export" }],
  options: [
    { flags: "--stdin", description: "read the export from standard input" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [["baton run import runs.jsonl", "add its runs; those already here stay as they are"]],
  run: async (io, [file], { stdin, json }) => {
    if ((file === undefined) === (stdin === undefined))
      throw new Failure("cli/usage", "name one export: a file, or --stdin", { status: 2 });
    const text = typeof file === "string" ? readText(resolve(io.cwd, file), file) : await io.readStdin();
    return withRuns(io, true, async ({ context }) => {
      const result = await importRuns(context, text);
      const { added, present } = result;
      printResult(io, json, result, () => {
        const there = present.length === 0 ? "" : `, ${plural(present.length, "run")} already here`;
        return `${plural(added.length, "run")} added${there}\n`;
      });
      return 0;
    });
  },
});
