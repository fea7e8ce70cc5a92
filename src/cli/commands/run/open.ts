import { Failure } from "../../../core/failure.ts";
import { openRun } from "../../../run/operations/open.ts";
import { readOpenInput } from "../../../run/operations/read-open-input.ts";
import { type ApprovalPolicy, approvalPolicies, priorities } from "../../../run/run.ts";
import { defineCommand } from "../../define-command.ts";
import { jsonValue } from "../../runs/option-values.ts";
import { printChange } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly step?: readonly string[];
  readonly gate?: readonly string[];
  readonly steps?: string;
  readonly owner?: string;
  readonly priority?: string;
  readonly kind?: string;
  readonly next?: string;
  readonly state?: string;
  readonly session?: string;
  readonly approvals?: ApprovalPolicy;
  readonly key?: string;
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "<goal>", description: "what the run is for" }],
  options: [
    { flags: "--step <step...>", description: "a step in order, as key or key=title; again for each" },
    { flags: "--gate <key...>", description: "a step that needs approval before it starts" },
    { flags: "--steps <json>", description: "the steps as a JSON array, with all their fields" },
    { flags: "--owner <name>", description: "who holds the run; it moves with a handoff" },
    { flags: "--priority <priority>", description: "normal unless given", choices: priorities },
    { flags: "--kind <word>", description: "a word for runs of this sort, such as release" },
    { flags: "--next <text>", description: "the next concrete thing to do" },
    { flags: "--state <json>", description: "a JSON object the run is to remember" },
    { flags: "--session <id>", description: "the session that opens it" },
    {
      flags: "--approvals <policy>",
      description: "attested: the owner may state that approval came; enforced: only a person's decision opens a gate",
      choices: approvalPolicies,
    },
    { flags: "--key <key>", description: "stands for this one request: sent again, the first answer comes again" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    [
      'baton run open "Publish v3.1.1" --step doctor="Run checks" --step package --step publish --gate publish',
      "a run with three steps, the last of which waits for approval",
    ],
    ['baton run open "Publish v3.1.1" --steps "$(cat steps.json)" --key release-3.1.1 --json', "for a script"],
  ],
  run: async (io, [goal], options) => {
    const { owner, priority, kind, next, state, session, approvals, key, json } = options;
    const input = readOpenInput(
      withoutUndefined({
        goal,
        owner,
        priority,
        sid: session,
        workflow_kind: kind,
        next_action: next,
        idempotency_key: key,
        state: state === undefined ? undefined : jsonValue("--state", state),
        steps: stepsOf(options),
      }),
    );
    return withRuns(io, true, async ({ context }) => {
      if (approvals === "attested" && context.approvals === "enforced")
        throw new Failure("cli/usage", "this project's contract lets only a person's decision open a gate", {
          status: 2,
          hint: "leave --approvals out",
        });
      const result = await openRun(context, input, approvals);
      const done = result.reused ? `${result.run_id} was opened before under this key` : `opened ${result.run_id}`;
      await printChange(io, json, context, result, done);
      return 0;
    });
  },
});

function stepsOf({ step = [], steps, gate = [] }: Options): unknown {
  if (steps !== undefined && step.length + gate.length > 0)
    throw new Failure("cli/usage", "--steps excludes --step and --gate", { status: 2, hint: "leave one of them out" });
  if (steps !== undefined) return steps;
  const list = step.map((one) => {
    const [, key, title] = /^([^=]*)(?:=(.*))?$/s.exec(one) ?? [];
    return {
      key,
      ...(title === undefined ? {} : { title }),
      ...(gate.includes(key ?? "") ? { requires_approval: true } : {}),
    };
  });
  const stray = gate.find((key) => list.every((one) => one.key !== key));
  if (stray !== undefined) throw new Failure("cli/usage", `--gate names "${stray}", which is no --step`, { status: 2 });
  return list.length === 0 ? undefined : list;
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
