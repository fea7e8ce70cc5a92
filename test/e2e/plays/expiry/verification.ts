import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { type Part, sideBySide } from "../part.ts";
import { type Play, play, turn } from "../play.ts";
import { consistent } from "./design.ts";
import { filesModified } from "./execution.ts";
import { paths } from "./words.ts";

/** What the security reviewer wants a person to know. */
export const notes = "The refusal says that the token expired: an attacker learns that it was once valid.";

/** security-reviewer's answer with those notes. */
export const approvedWithNotes: JsonObject = {
  status: "approved_with_notes",
  findings: [
    {
      category: "hardening",
      confidence: "high",
      location: `${paths.code}:2`,
      description: "The error names its reason",
      rationale: "An attacker learns that the token was once valid",
      suggestion: "Answer every refusal alike",
    },
  ],
  notes,
  requiredFixes: [],
};

const passes = { design_path: paths.design, files_modified: filesModified } as const;

/** code-verifier after the last task. */
export const verifyCode: Part = {
  agent: "code-verifier",
  task: "verify_code",
  prompt: brief("Implementation is done: verify the code against the Design Doc.", passes),
  answer: consistent,
};

/** security-reviewer after the last task. */
export const reviewSecurity: Part = {
  agent: "security-reviewer",
  task: "review_security",
  prompt: brief("Implementation is done: review the change.", passes),
  answer: approvedWithNotes,
};

/** The completion report, with more lines where there is more to say. */
export function report(...more: readonly string[]): Play {
  return turn(
    say(
      [
        "Completion report. Expired session tokens are refused with a 401.",
        `AC-1: "an expired token is refused" in ${paths.test} passes (node --test).`,
        'Commits: "Plan the rejection of expired tokens", "Reject expired session tokens".',
        "Checks: node --test passes; code-verifier: consistent; security-reviewer: approved with notes.",
        ...more,
        "No conditions, no gaps.",
      ].join("\n"),
    ),
  );
}

/** The final verification and the report. */
export const verification: Play = play(
  sideBySide(verifyCode, reviewSecurity),
  report(`Security review's notes: ${notes}`),
);
