import { relative } from "node:path";
import { plural } from "../../../render/report.ts";
import { verifyRuns } from "../../../run/operations/verify.ts";
import { defineCommand } from "../../define-command.ts";
import { emitReport } from "../../emit-report.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[run]", description: "the run; all of them, and the store itself, unless named" }],
  options: [{ flags: "--json", description: "print JSON" }],
  examples: [["baton run verify", "exit 1 when anything but Baton changed a run or its history"]],
  run: async (io, [run], { json }) =>
    withRuns(io, false, async ({ context, place }) => {
      const file = relative(io.cwd, place.file) || place.file;
      const { runs, findings } = await verifyRuns(context, file, typeof run === "string" ? run : undefined);
      const report = { findings, sourceOf: () => undefined, checked: [] };
      emitReport(io, json ? "json" : "text", report, () => ({ runs }));
      if (json !== true && findings.length === 0) io.out(`${plural(runs, "run")} as written\n`);
      return findings.length === 0 ? 0 : 1;
    }),
});
