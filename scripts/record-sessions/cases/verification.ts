import { consistent } from "../../../test/e2e/plays/expiry/design.ts";
import {
  checkFix,
  commitFix,
  fix,
  fixAgain,
  fixed,
  inconsistent,
  insecure,
  round,
  verifiers,
} from "../../../test/e2e/plays/expiry/fix-cycle.ts";
import { mediumBuilt } from "../../../test/e2e/plays/expiry/medium.ts";
import {
  approvedWithNotes,
  notes,
  report,
  reviewSecurity,
  verifyCode,
} from "../../../test/e2e/plays/expiry/verification.ts";
import { again, call, keep, sideBySide } from "../../../test/e2e/plays/part.ts";
import { ends, play } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const approved = { status: "approved", findings: [], requiredFixes: [] };

/** What happens when a final verifier fails, or has passed. */
export const verificationCases: readonly SessionCase[] = [
  {
    folder: "flow/too-many-fix-cycles/bad-1",
    breaks: "flow/too-many-fix-cycles",
    what: "code-verifier fails twice, and is answered by a second fix.",
    generation: 1,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(inconsistent, approved)),
      fixed(1, inconsistent),
      call(round(verifyCode, 2, inconsistent)),
      call(fix(2, inconsistent)),
      ends("A second fix is made. Shall I have it checked?"),
    ),
  },
  {
    folder: "flow/too-many-fix-cycles/bad-2",
    breaks: "flow/too-many-fix-cycles",
    what: "security-reviewer fails twice, and the first fix's executor is asked for another.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(consistent, insecure)),
      keep(fix(1, insecure)),
      call(checkFix(1)),
      commitFix,
      call(round(reviewSecurity, 2, insecure)),
      again(fixAgain(insecure)),
      ends("A second fix is made. Shall I have it checked?"),
    ),
  },
  {
    folder: "flow/passed-verifier-rerun/bad-1",
    breaks: "flow/passed-verifier-rerun",
    what: "After the fix both verifiers run again, though one had passed.",
    generation: 1,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(inconsistent, approved)),
      fixed(1, inconsistent),
      sideBySide(round(verifyCode, 2, consistent), round(reviewSecurity, 2, approved)),
      report('One fix: "Refuse tokens without an expiry".'),
    ),
  },
  {
    folder: "flow/passed-verifier-rerun/bad-2",
    breaks: "flow/passed-verifier-rerun",
    what: "Both verifiers pass, and one is asked for a second opinion.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(consistent, approvedWithNotes)),
      call(round(reviewSecurity, 2, approvedWithNotes)),
      report(`Security review's notes: ${notes}`),
    ),
  },
  {
    folder: "flow/failed-verifier-not-rerun/bad-1",
    breaks: "flow/failed-verifier-not-rerun",
    what: "The security reviewer's finding is fixed, and nobody looks again.",
    generation: 1,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(consistent, insecure)),
      fixed(1, insecure),
      report('Fixed after the security review: "Refuse tokens without an expiry".'),
    ),
  },
  {
    folder: "flow/failed-verifier-not-rerun/bad-2",
    breaks: "flow/failed-verifier-not-rerun",
    what: "Both verifiers failed, and only one runs again.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(inconsistent, insecure)),
      fixed(1, inconsistent, insecure),
      call(round(verifyCode, 2, consistent)),
      report('Fixed after the verification: "Refuse tokens without an expiry".'),
    ),
  },
];
