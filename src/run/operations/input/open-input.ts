import * as z from "zod";
import { priorities } from "../../run.ts";
import { stepStatuses } from "../../step.ts";
import { idempotencyKey, jsonObject, maxAttempts, moment, name, text } from "./fields.ts";

export const stepInput = z.strictObject({
  key: name.describe("What reports name the step by; unique in the run"),
  title: text.optional(),
  status: z.enum(stepStatuses).optional().describe("Where the step stands already; pending unless given"),
  max_attempts: maxAttempts.optional(),
  requires_approval: z.boolean().optional().describe("Whether each attempt needs an approval of its own"),
  compensation: text.nullable().optional().describe("How to undo the step"),
  not_before: moment.nullable().optional(),
});

/** The input of `workflow_open`. */
export const openInput = z.strictObject({
  goal: text.describe("What the run is for"),
  sid: name.optional().describe("The session that opens it"),
  owner: name.optional().describe("Who holds the run's lease; it moves with a handoff"),
  priority: z.enum(priorities).optional().describe("normal unless given"),
  workflow_kind: name.optional().describe("A word for runs of this sort, such as release"),
  steps: z
    .union([z.array(stepInput), z.string()])
    .optional()
    .describe("The steps in order, or a JSON text of them"),
  next_action: text.nullable().optional().describe("The next concrete thing to do"),
  state: jsonObject.optional().describe("Any JSON object the run is to remember"),
  idempotency_key: idempotencyKey,
});
export type OpenInput = z.infer<typeof openInput>;
export type StepInput = z.infer<typeof stepInput>;
