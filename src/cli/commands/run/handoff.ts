import { checkInput } from "../../../run/operations/check-input.ts";
import { handOver } from "../../../run/operations/handoff.ts";
import { handoffInput } from "../../../run/operations/input/handoff-input.ts";
import { defineCommand } from "../../define-command.ts";
import { personOnly } from "../../runs/person-only.ts";
import { printChange } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly actor?: string;
  readonly to?: string;
  readonly note?: string;
  readonly next?: string;
  readonly force?: true;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "<run>", description: "the run" }],
  options: [
    { flags: "--actor <name>", description: "who hands over: the owner" },
    { flags: "--to <name>", description: "the new owner" },
    { flags: "--note <text>", description: "what the new owner has to know" },
    { flags: "--next <text>", description: "the next concrete thing to do" },
    { flags: "--force", description: "hand over a run of somebody else; a person's command, and recorded" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    [
      'baton run handoff WF-... --actor codex --to claude_code --note "publish waits"',
      "give the run to another client",
    ],
  ],
  run: async (io, [run], { actor, to, note, next, force, json }) => {
    if (force === true) await personOnly(io, "hand over a run of somebody else");
    const fields = { run_id: run, actor, new_owner: to, handoff_note: note, next_action: next };
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const input = checkInput(handoffInput, given);
    return withRuns(io, false, async ({ context }) => {
      const result = await handOver(context, input, force === true);
      await printChange(io, json, context, result, `handed over to ${result.owner}`);
      return 0;
    });
  },
});
