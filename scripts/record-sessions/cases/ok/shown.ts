import type { AuditCode } from "../../session-case.ts";

/** Rules that every session with answering agents and a stop point is in the situation of. */
export const basics: readonly AuditCode[] = [
  "answer/breaks-schema",
  "answer/prose-around",
  "answer/unknown-status",
  "flow/stop-skipped",
  "flow/foreign-agent",
  "flow/wrong-layer",
];

/** Rules that a session with a commit and a report is in the situation of. */
export const commits: readonly AuditCode[] = [
  "commit/unapproved",
  "commit/foreign-files",
  "flow/implementation-unapproved",
  "report/unproven",
];

/** Rules that a whole medium or large flow is in the situation of. */
export const whole: readonly AuditCode[] = [
  ...basics,
  ...commits,
  "answer/tests-unexplained",
  "flow/out-of-order",
  "handoff/not-delivered",
  "handoff/missing-path",
  "report/notes-missing",
  "team/inherited-conversation",
  "team/write-forbidden",
];
