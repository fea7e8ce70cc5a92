import * as z from "zod";
import { runStatuses } from "../../run.ts";
import { stepStatuses } from "../../step.ts";
import { idempotencyKey, jsonObject, maxAttempts, moment, name, runId, text } from "./fields.ts";

/** The input of `workflow_update`. What is left out stays as it is; null clears. */
export const updateInput = z.strictObject({
  run_id: runId,
  step_key: name.optional().describe("The step this is about; summary and evidence are then the step's"),
  step_title: text.optional(),
  step_status: z
    .enum(stepStatuses)
    .optional()
    .describe("in_progress starts an attempt; waiting_approval asks for approval"),
  run_status: z
    .enum(runStatuses)
    .optional()
    .describe("Needed only for what no step says: running, paused, failed, stopped"),
  summary: text
    .optional()
    .describe(
      "What happened, in a sentence or two; with in_progress after waiting_approval, the words of the approval",
    ),
  evidence: text.nullable().optional().describe("What proves it: a command with its result, a path, a commit"),
  next_action: text.nullable().optional().describe("The next concrete thing to do"),
  requires_approval: z.boolean().optional().describe("Whether each attempt of the step needs an approval of its own"),
  max_attempts: maxAttempts.optional(),
  not_before: moment.nullable().optional().describe("The step is not to be started earlier"),
  state: jsonObject.optional().describe("Merged into the run's state; null deletes a key"),
  compensation: text.nullable().optional().describe("How to undo the step"),
  artifact: text.optional().describe("With waiting_approval: the file to approve, relative to the checkout's root"),
  actor: name.optional().describe("Who reports; the owner unless given"),
  idempotency_key: idempotencyKey,
  if_revision: z.int().min(1, "is less than 1").optional().describe("Refused unless the run is at this revision"),
});
export type UpdateInput = z.infer<typeof updateInput>;
