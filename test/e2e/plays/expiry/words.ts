/** What the person asks for, in their words. */
export const request = "Reject expired session tokens with a 401.";

/** The paths of the documents and files of the change. */
export const paths = {
  prd: "docs/prd/session-expiry-prd.md",
  adr: "docs/adr/ADR-0001-clock.md",
  design: "docs/design/session-expiry-design.md",
  plan: "docs/plans/session-expiry-plan.md",
  task: "docs/plans/tasks/session-expiry-task-01.md",
  code: "src/session.js",
  test: "test/session-expiry.test.js",
} as const;
