import * as z from "zod";
import { runStatuses } from "../../run.ts";
import { stepStatuses } from "../../step.ts";
import { eventView, nextStep, resumeView, runSummary, runView, stepView } from "./views.ts";

const changed = {
  run_id: z.string(),
  status: z.enum(runStatuses),
  revision: z.int(),
};

/** What `workflow_open` answers. */
export const openOutput = z.object({
  ...changed,
  reused: z.boolean(),
  steps: z.array(z.object({ key: z.string(), title: z.string(), status: z.enum(stepStatuses) })),
  next: nextStep.nullable(),
});
export type OpenOutput = z.infer<typeof openOutput>;

/** What `workflow_update` answers. */
export const updateOutput = z.object({ ...changed, reused: z.boolean(), resume: resumeView });
export type UpdateOutput = z.infer<typeof updateOutput>;

/** What `workflow_resume` answers. */
export const resumeOutput = z.object({ ...changed, ...resumeView.shape });
export type ResumeOutput = z.infer<typeof resumeOutput>;

/** What `workflow_replay` answers. */
export const replayOutput = z.object({ ...changed, events: z.array(eventView) });
export type ReplayOutput = z.infer<typeof replayOutput>;

/** What `workflow_handoff` answers. */
export const handoffOutput = z.object({ ...changed, owner: z.string().nullable(), resume: resumeView });
export type HandoffOutput = z.infer<typeof handoffOutput>;

/** What `workflow_get` answers. */
export const getOutput = z.object({
  run: runView,
  resume: resumeView,
  steps: z.array(stepView).optional(),
  events: z.array(eventView).optional(),
});
export type GetOutput = z.infer<typeof getOutput>;

/** What `workflow_list` answers. */
export const listOutput = z.object({ runs: z.array(runSummary) });
export type ListOutput = z.infer<typeof listOutput>;
