import { Failure } from "../../../core/failure.ts";
import { closedList, didYouMean } from "../../../core/suggest.ts";
import { checkInput } from "../../../run/operations/check-input.ts";
import { updateInput } from "../../../run/operations/input/update-input.ts";
import { updateRun } from "../../../run/operations/update.ts";
import { runStatuses } from "../../../run/run.ts";
import { stepStatuses } from "../../../run/step.ts";
import { defineCommand } from "../../define-command.ts";
import { artifactOption } from "../../runs/artifact-option.ts";
import { jsonValue, moment, wholeNumber } from "../../runs/option-values.ts";
import { printChange } from "../../runs/print-result.ts";
import { withRuns } from "../../runs/with-runs.ts";

interface Options {
  readonly step?: string;
  readonly status?: string;
  readonly title?: string;
  readonly runStatus?: string;
  readonly summary?: string;
  readonly evidence?: string;
  readonly next?: string;
  readonly gate?: boolean;
  readonly maxAttempts?: string;
  readonly notBefore?: string;
  readonly state?: string;
  readonly compensation?: string;
  readonly artifact?: string;
  readonly actor?: string;
  readonly key?: string;
  readonly ifRevision?: string;
  readonly clear?: readonly string[];
  readonly json?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "<run>", description: 'the run; "WF-..." does while only one begins so' }],
  options: [
    { flags: "--step <key>", description: "the step this is about" },
    { flags: "--status <status>", description: "the step's status", choices: stepStatuses },
    { flags: "--run-status <status>", description: "the run's, where no step says it", choices: runStatuses },
    { flags: "--summary <text>", description: "what happened" },
    { flags: "--evidence <text>", description: "what proves it" },
    { flags: "--next <text>", description: "the next concrete thing to do" },
    { flags: "--title <text>", description: "the step's title" },
    { flags: "--gate", description: "each attempt of the step needs approval" },
    { flags: "--no-gate", description: "it does not any more" },
    { flags: "--artifact <file>", description: "with --status waiting_approval: the file to approve" },
    { flags: "--max-attempts <n>", description: "all attempts, the first included" },
    { flags: "--not-before <moment>", description: "a moment, or a time from now like 90m" },
    { flags: "--compensation <text>", description: "how to undo the step" },
    { flags: "--state <json>", description: "merged into the run's state; null deletes a key" },
    { flags: "--clear <field...>", description: `set to nothing: ${clearable().join(", ")}` },
    { flags: "--actor <name>", description: "who reports; the owner unless given" },
    { flags: "--key <key>", description: "stands for this one request" },
    { flags: "--if-revision <n>", description: "refuse unless the run is at this revision" },
    { flags: "--json", description: "print JSON" },
  ],
  examples: [
    ['baton run update WF-... --step doctor --status completed --summary "clean"', "a step is done"],
    ["baton run update WF-... --step publish --status waiting_approval --artifact docs/plan.md", "ask for approval"],
  ],
  run: async (io, [run], options) =>
    withRuns(io, false, async ({ context, place }) => {
      const { artifact, json } = options;
      const input = {
        run_id: run,
        ...fieldsOf(options, Date.now()),
        ...(artifact === undefined ? {} : { artifact: artifactOption(io, place, artifact) }),
        ...cleared(options.clear ?? []),
      };
      const result = await updateRun(context, checkInput(updateInput, input));
      const done = result.reused ? "done before under this key" : `recorded as revision ${result.revision}`;
      await printChange(io, json, context, result, done);
      return 0;
    }),
});

function fieldsOf(options: Options, nowMs: number): Record<string, unknown> {
  const { maxAttempts, notBefore, state, ifRevision } = options;
  const fields: Record<string, unknown> = {
    step_key: options.step,
    step_status: options.status,
    step_title: options.title,
    run_status: options.runStatus,
    summary: options.summary,
    evidence: options.evidence,
    next_action: options.next,
    requires_approval: options.gate,
    compensation: options.compensation,
    actor: options.actor,
    idempotency_key: options.key,
    max_attempts: maxAttempts === undefined ? undefined : wholeNumber("--max-attempts", maxAttempts),
    not_before: notBefore === undefined ? undefined : moment("--not-before", notBefore, nowMs),
    state: state === undefined ? undefined : jsonValue("--state", state),
    if_revision: ifRevision === undefined ? undefined : wholeNumber("--if-revision", ifRevision),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function clearable(): readonly string[] {
  return ["next", "evidence", "max-attempts", "not-before", "compensation"];
}

function cleared(names: readonly string[]): Record<string, null> {
  const fields: Readonly<Record<string, string>> = {
    next: "next_action",
    evidence: "evidence",
    "max-attempts": "max_attempts",
    "not-before": "not_before",
    compensation: "compensation",
  };
  return Object.fromEntries(
    names.map((name) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field !== undefined) return [field, null];
      throw new Failure("cli/usage", `--clear takes ${closedList(clearable())}, not "${name}"`, {
        status: 2,
        hint: didYouMean(name, clearable()),
      });
    }),
  );
}
