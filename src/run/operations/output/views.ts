import * as z from "zod";
import { awaited, resumeReasons } from "../../resume.ts";
import { approvalPolicies, priorities, runStatuses } from "../../run.ts";
import { stepStatuses } from "../../step.ts";

const json = z.record(z.string(), z.unknown());
const text = z.string().nullable();

export const approvalView = z.object({
  pass: z.int(),
  attempt: z.int(),
  status: z.enum(["requested", "approved", "rejected"]),
  asked: text,
  asked_by: text,
  requested_at: text,
  artifact: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  decided_by: text,
  decided_at: text,
  how: z.enum(["person", "attested"]).nullable(),
  words: text,
});
export type ApprovalView = z.infer<typeof approvalView>;

export const stepView = z.object({
  key: z.string(),
  title: z.string(),
  status: z.enum(stepStatuses),
  since: z.string(),
  attempts: z.int(),
  max_attempts: z.int().nullable(),
  pass: z.int(),
  agent: text,
  inputs: json.nullable(),
  requires_approval: z.boolean(),
  approval: approvalView.nullable(),
  not_before: text,
  compensation: text,
  summary: text,
  evidence: text,
  started_at: text,
  ended_at: text,
});
export type StepView = z.infer<typeof stepView>;

/** The next step, with all that whoever takes it up needs. */
export const nextStep = z.object({
  key: z.string(),
  title: z.string(),
  status: z.enum(stepStatuses),
  agent: text,
  inputs: json.nullable(),
  attempt: z.int(),
  max_attempts: z.int().nullable(),
});
export type NextStep = z.infer<typeof nextStep>;

export const resumeView = z.object({
  can_resume: z.boolean(),
  reason: z.enum(resumeReasons),
  message: z.string(),
  next: nextStep.nullable(),
  next_action: text,
  waits_for: z.object({ what: z.enum(awaited), at: z.string() }).nullable(),
});
export type ResumeView = z.infer<typeof resumeView>;

export const eventView = z.object({
  seq: z.int(),
  revision: z.int(),
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  step: text,
  attempt: z.int().nullable(),
  payload: json,
  hash: z.string(),
});
export type EventView = z.infer<typeof eventView>;

export const runView = z.object({
  run_id: z.string(),
  goal: z.string(),
  kind: z.string(),
  owner: text,
  priority: z.enum(priorities),
  approvals: z.enum(approvalPolicies),
  sid: text,
  status: z.enum(runStatuses),
  since: z.string(),
  revision: z.int(),
  next_action: text,
  summary: text,
  evidence: text,
  state: json,
  initial_state: json,
  definition: z.object({ file: z.string(), name: z.string(), sha256: z.string() }).nullable(),
  opened_at: z.string(),
  updated_at: z.string(),
  ended_at: text,
});
export type RunView = z.infer<typeof runView>;

export const runSummary = z.object({
  run_id: z.string(),
  goal: z.string(),
  kind: z.string(),
  status: z.enum(runStatuses),
  since: z.string(),
  owner: text,
  priority: z.enum(priorities),
  revision: z.int(),
  steps_done: z.int(),
  steps: z.int(),
  next_action: text,
  waits_for: z.object({ what: z.enum(awaited), at: z.string(), step: text }).nullable(),
  opened_at: z.string(),
  updated_at: z.string(),
});
export type RunSummary = z.infer<typeof runSummary>;
