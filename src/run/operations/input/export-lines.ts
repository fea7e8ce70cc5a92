import * as z from "zod";
import { backoffs } from "../../backoff.ts";
import { approvalPolicies, priorities, runStatuses } from "../../run.ts";
import { stepStatuses } from "../../step.ts";
import { exportFormat } from "../export.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256");
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "is not a moment");
const text = z.string().nullable();
const json = z.record(z.string(), z.unknown());
const count = z.int().min(0);
const artifact = z.strictObject({ path: z.string(), sha256 }).nullable();
const attempt = { step: z.string(), pass: z.int().min(1), attempt: count };

const plan = z.strictObject({
  key: z.string(),
  title: z.string(),
  agent: text,
  inputs: json.nullable(),
  maxAttempts: z.int().nullable(),
  requiresApproval: z.boolean(),
  notBefore: moment.nullable(),
  compensation: text,
  retry: z.strictObject({ backoff: z.enum(backoffs), initialMs: z.number(), capMs: z.number().optional() }).nullable(),
});
const opened = z.strictObject({
  goal: z.string(),
  kind: z.string(),
  owner: text,
  priority: z.enum(priorities),
  approvals: z.enum(approvalPolicies),
  session: text,
  nextAction: text,
  state: json,
  steps: z.array(plan),
  definition: z.strictObject({ file: z.string(), name: z.string(), sha256, snapshot: z.unknown() }).nullable(),
});
const runChanged = z.strictObject({
  from: z.enum(runStatuses).optional(),
  to: z.enum(runStatuses).optional(),
  nextAction: text.optional(),
  state: json.optional(),
  summary: z.string().optional(),
  evidence: text.optional(),
  reason: z.string().optional(),
});
const stepChanged = z.strictObject({
  ...attempt,
  from: z.enum(stepStatuses).optional(),
  to: z.enum(stepStatuses).optional(),
  title: z.string().optional(),
  summary: z.string().optional(),
  evidence: text.optional(),
  requiresApproval: z.boolean().optional(),
  maxAttempts: z.int().nullable().optional(),
  notBefore: moment.nullable().optional(),
  compensation: text.optional(),
  reason: z.string().optional(),
});
const approvalRequested = z.strictObject({ ...attempt, asked: text, artifact });
const approvalDecided = z.strictObject({
  ...attempt,
  decision: z.enum(["approved", "rejected"]),
  how: z.enum(["person", "attested"]),
  by: z.string(),
  words: text,
  artifact,
});
const ownerChanged = z.strictObject({ from: text, to: z.string(), note: text, forced: z.boolean() });

const observed = z.strictObject({ event: json, valid: z.boolean().optional(), findings: z.array(json).optional() });

const envelope = { seq: z.int().min(1), revision: z.int().min(1), at: moment, actor: z.string(), hash: sha256 };

/** The first line of an export. */
export const headerLine = z.strictObject({ baton_export: z.literal(exportFormat) });

/** The line that begins a run. */
export const runLine = z.strictObject({
  run: z.string().min(1).max(200),
  events: z.int().min(1),
  keys: count,
  head: sha256,
});

/** An event as a line. */
export const eventLine = z.strictObject({
  event: z.discriminatedUnion("kind", [
    z.strictObject({ ...envelope, kind: z.literal("run_opened"), payload: opened }),
    z.strictObject({ ...envelope, kind: z.literal("run_changed"), payload: runChanged }),
    z.strictObject({ ...envelope, kind: z.literal("step_changed"), payload: stepChanged }),
    z.strictObject({ ...envelope, kind: z.literal("approval_requested"), payload: approvalRequested }),
    z.strictObject({ ...envelope, kind: z.literal("approval_decided"), payload: approvalDecided }),
    z.strictObject({ ...envelope, kind: z.literal("owner_changed"), payload: ownerChanged }),
    z.strictObject({ ...envelope, kind: z.literal("observed"), payload: observed }),
  ]),
});

/** An idempotency key as a line, with the answer it stands for. */
export const keyLine = z.strictObject({ key: z.strictObject({ key: z.string(), fingerprint: sha256, answer: json }) });
