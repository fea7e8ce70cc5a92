import { Failure } from "../../core/failure.ts";
import { closedList } from "../../core/suggest.ts";
import type { StepReport, UpdateRun } from "../command.ts";
import { decide } from "../decide.ts";
import { parseInstant } from "../instant.ts";
import { artifactPath } from "./artifact-path.ts";
import { commitChange, idempotencyOf } from "./commit.ts";
import type { RunContext } from "./context.ts";
import type { UpdateInput } from "./input/update-input.ts";
import type { UpdateOutput } from "./output/outputs.ts";
import { resolveRun } from "./resolve-run.ts";
import { viewChange } from "./view-change.ts";

/**
 * Reports progress of a run. What is left out stays as it is.
 * @throws Failure of every refusal, run/bad-input, run/unknown-run, run/idempotency-conflict
 */
export async function updateRun(context: RunContext, input: UpdateInput): Promise<UpdateOutput> {
  checkMeaning(input);
  const { idempotency_key: key, ...request } = input;
  const runId = await resolveRun(context.store, input.run_id);
  const command = commandOf(input);
  const { answer, last } = await commitChange(context, {
    runId,
    decide: (state, now, measured) => decide({ ...command, measured }, state, now),
    answer: (state, now) => ({ ...viewChange(state, now), reused: false }),
    idempotency: idempotencyOf("workflow_update", key, { ...request, run_id: runId }),
  });
  return { ...(answer as UpdateOutput), reused: last === undefined };
}

const aboutStep = [
  "step_title",
  "step_status",
  "requires_approval",
  "max_attempts",
  "not_before",
  "compensation",
  "artifact",
] as const;
const changing = ["step_key", "run_status", "summary", "evidence", "next_action", "state"] as const;

/** What no single field shows to be wrong: a step's field without a step, and a report that says nothing. */
function checkMeaning(input: UpdateInput): void {
  const given = aboutStep.filter((field) => input[field] !== undefined);
  if (input.step_key === undefined && given.length > 0) {
    throw new Failure("run/bad-input", `${closedList(given)} without "step_key": nothing says which step is meant`, {
      status: 2,
      hint: "name the step: step_key; for the run as a whole there is run_status",
      where: { file: "input", pointer: `/${given[0]}` },
    });
  }
  if (changing.some((field) => input[field] !== undefined)) return;
  throw new Failure("run/bad-input", "the update says nothing that could be recorded", {
    status: 2,
    hint: `give at least one of ${closedList(changing)}`,
    where: { file: "input" },
  });
}

function commandOf(input: UpdateInput): UpdateRun {
  const { actor, if_revision: ifRevision, run_status: runStatus, summary, evidence, state } = input;
  return {
    type: "update",
    actor,
    ifRevision,
    step: input.step_key === undefined ? undefined : reportOf(input, input.step_key),
    runStatus,
    summary,
    evidence,
    nextAction: input.next_action,
    state,
  };
}

function reportOf(input: UpdateInput, key: string): StepReport {
  const { step_title: title, step_status: status, compensation, artifact, not_before: notBefore } = input;
  return {
    key,
    title,
    status,
    requiresApproval: input.requires_approval,
    maxAttempts: input.max_attempts,
    notBefore: notBefore == null ? notBefore : parseInstant(notBefore),
    compensation,
    artifact: artifact === undefined ? undefined : artifactPath(artifact),
  };
}
