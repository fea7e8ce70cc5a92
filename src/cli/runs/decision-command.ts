import { shownLine } from "../../render/shown-line.ts";
import { type ApprovalOutput, decideApproval } from "../../run/operations/approve.ts";
import type { CommandModule } from "../define-command.ts";
import { defineCommand } from "../define-command.ts";
import { artifactOption } from "./artifact-option.ts";
import { meantRun } from "./meant-run.ts";
import { personOf, personOnly } from "./person-only.ts";
import { printChange } from "./print-result.ts";
import { withRuns } from "./with-runs.ts";

interface Options {
  readonly words?: string;
  readonly as?: string;
  readonly artifact?: string;
  readonly json?: true;
}

/** A verb by which a person decides about a gate. */
export function decisionCommand(
  decision: "approved" | "rejected",
  verb: string,
  examples: CommandModule["examples"],
): CommandModule<Options> {
  return defineCommand<Options>({
    parameters: [
      { name: "[run]", description: "the run; needless while only one is open" },
      { name: "[step]", description: "the step; needless while only one waits" },
    ],
    options: [
      { flags: "--words <text>", description: "what you say about it, for the history" },
      { flags: "--as <name>", description: "your name; the account's unless given" },
      { flags: "--artifact <file>", description: "the file this is about; the one asked about unless given" },
      { flags: "--json", description: "print JSON" },
    ],
    examples,
    run: async (io, [run, step], { words, as, artifact, json }) => {
      await personOnly(io, verb);
      return withRuns(io, false, async ({ context, place }) => {
        const result = await decideApproval(context, {
          runId: await meantRun(context, run),
          decision,
          by: personOf(io, as),
          stepKey: typeof step === "string" ? step : undefined,
          words,
          artifact: artifact === undefined ? undefined : artifactOption(io, place, artifact),
        });
        await printChange(io, json, context, result, doneWords(result));
        return 0;
      });
    },
  });
}

function doneWords({ step, approval }: ApprovalOutput): string {
  const artifact =
    approval?.artifact == null
      ? ""
      : `, ${shownLine(approval.artifact.path)} (sha256 ${approval.artifact.sha256.slice(0, 12)}…)`;
  return `${approval?.status} attempt ${approval?.attempt} of "${shownLine(step ?? "")}"${artifact}`;
}
