import * as z from "zod";
import { runStatuses } from "../../run.ts";
import { limit, moment, name, runId } from "./fields.ts";

/** The input of `workflow_resume`. */
export const resumeInput = z.strictObject({ run_id: runId });
export type ResumeInput = z.infer<typeof resumeInput>;

/** The input of `workflow_replay`. */
export const replayInput = z.strictObject({
  run_id: runId,
  limit: limit(20, 1_000),
  since: z
    .union([z.int().min(0, "is less than 0"), moment])
    .optional()
    .describe("Only events after this number, or from this moment on"),
});
export type ReplayInput = z.infer<typeof replayInput>;

/** The input of `workflow_get`. */
export const getInput = z.strictObject({
  run_id: runId,
  include_steps: z.boolean().optional().describe("true unless given"),
  include_events: z.boolean().optional().describe("The newest 50 events, too; false unless given"),
});
export type GetInput = z.infer<typeof getInput>;

/** The input of `workflow_list`. */
export const listInput = z.strictObject({
  status: z.enum(runStatuses).optional(),
  owner: name.optional(),
  kind: name.optional(),
  limit: limit(20, 500),
  include_ended: z.boolean().optional().describe("Completed and stopped runs, too; false unless given"),
});
export type ListInput = z.infer<typeof listInput>;
