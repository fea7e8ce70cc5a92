import { brief } from "../../../../test/e2e/plays/brief.ts";
import { designWith, logging, resolve, skew } from "../../../../test/e2e/plays/expiry/conditions.ts";
import {
  analyzeCode,
  askDesign,
  consistent,
  designReview,
  reviewDesign,
  syncDesign,
  verifyDesign,
  writeDesign,
  writeDesignDoc,
} from "../../../../test/e2e/plays/expiry/design.ts";
import {
  checkQuality,
  commitDocuments,
  commitTask,
  decompose,
  executeTask,
  execution,
  reviewTests,
  writeTest,
} from "../../../../test/e2e/plays/expiry/execution.ts";
import { fixed, inconsistent, insecure, round, verifiers } from "../../../../test/e2e/plays/expiry/fix-cycle.ts";
import { mediumBuilt, mediumPlanned } from "../../../../test/e2e/plays/expiry/medium.ts";
import { approvePlan, askPlanWith, writePlan, writeSkeletons } from "../../../../test/e2e/plays/expiry/planning.ts";
import { requirements } from "../../../../test/e2e/plays/expiry/requirements.ts";
import {
  approvedWithNotes,
  notes,
  report,
  reviewSecurity,
  verification,
  verifyCode,
} from "../../../../test/e2e/plays/expiry/verification.ts";
import { paths } from "../../../../test/e2e/plays/expiry/words.ts";
import { again, againLater, call, keep, sideBySide } from "../../../../test/e2e/plays/part.ts";
import { ends, person, play } from "../../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../../session-case.ts";
import { basics, whole } from "./shown.ts";

const approved = { status: "approved", findings: [], requiredFixes: [] };
const weakTest = { status: "needs_revision", requiredFixes: [`${paths.test}: assert the status, not only the throw`] };
const sentBack = {
  ...designReview("needs_revision"),
  issues: [{ id: "I1", severity: "important", description: "AC-1 names no status" }],
};

/** Sessions in which work goes round within its limits. */
export const roundCases: readonly SessionCase[] = [
  {
    folder: "ok/design-revised-2",
    shows: [...basics, "flow/too-many-revisions", "flow/out-of-order", "handoff/not-delivered"],
    what: "The design is revised once, then verified, reviewed and compared again.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      keep(writeDesign()),
      call(verifyDesign),
      call({ ...reviewDesign, answer: sentBack }),
      again({
        task: "write_design",
        prompt: brief(`Update ${paths.design}.`, { findings: sentBack }),
        does: [writeDesignDoc()],
        answer: { status: "completed", path: paths.design, doc_type: "design-doc" },
      }),
      call({ ...verifyDesign, task: "verify_design_2", prompt: `${verifyDesign.prompt}\nround: 2` }),
      call({ ...reviewDesign, task: "review_design_2", prompt: `${reviewDesign.prompt}\nround: 2` }),
      call(syncDesign()),
      askDesign,
    ),
  },
  {
    folder: "ok/tests-revised-2",
    shows: [...whole, "flow/too-many-revisions"],
    what: "The test reviewer sends the tests back once.",
    generation: 2,
    play: play(
      mediumPlanned,
      call(decompose),
      commitDocuments,
      keep(executeTask),
      call({ ...reviewTests, answer: weakTest }),
      again({
        task: "execute_task_1",
        prompt: brief("Correct the tests.", { findings: weakTest }),
        does: [writeTest],
        answer: executeTask.answer,
      }),
      call({ ...reviewTests, task: "review_tests_2", prompt: `${reviewTests.prompt}\nround: 2` }),
      call(checkQuality),
      commitTask,
      verification,
    ),
  },
  {
    folder: "ok/conditions-1",
    shows: [...whole, "condition/dropped", "condition/unresolved"],
    what: "A condition is carried to the plan and resolved before the first task.",
    generation: 1,
    play: play(
      requirements("medium"),
      designWith(skew),
      call(writeSkeletons(skew)),
      call(writePlan(skew)),
      askPlanWith(skew),
      approvePlan,
      againLater(resolve([skew], [], "A skew of 30 seconds is tolerated.")),
      execution,
      verification,
    ),
  },
  {
    folder: "ok/conditions-2",
    shows: [...basics, "condition/dropped", "condition/unresolved"],
    what: "Of two conditions one is resolved at once, the other after the plan.",
    generation: 2,
    play: play(
      requirements("medium"),
      designWith(skew, logging),
      againLater(resolve([skew], [logging], "A skew of 30 seconds is tolerated.")),
      call(writeSkeletons(logging)),
      call(writePlan(logging)),
      askPlanWith(logging),
      approvePlan,
      againLater(resolve([logging], [], "Refusals are not logged.")),
      call(decompose),
      commitDocuments,
      call(executeTask),
      ends("The first task is done. Shall I have its tests reviewed?"),
    ),
  },
  {
    folder: "ok/fix-cycle-1",
    shows: [...whole, "flow/too-many-fix-cycles", "flow/passed-verifier-rerun", "flow/failed-verifier-not-rerun"],
    what: "One verifier fails, is answered by a fix and runs again alone.",
    generation: 1,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(inconsistent, approvedWithNotes)),
      fixed(1, inconsistent),
      call(round(verifyCode, 2, consistent)),
      report('One fix: "Refuse tokens without an expiry".', `Security review's notes: ${notes}`),
    ),
  },
  {
    folder: "ok/fix-cycle-2",
    shows: ["flow/too-many-fix-cycles", "flow/passed-verifier-rerun", "flow/failed-verifier-not-rerun"],
    what: "Both verifiers fail, and both run again after one fix.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(inconsistent, insecure)),
      fixed(1, inconsistent, insecure),
      sideBySide(round(verifyCode, 2, consistent), round(reviewSecurity, 2, approved)),
      report('One fix: "Refuse tokens without an expiry".'),
    ),
  },
  {
    folder: "ok/fix-limit-2",
    shows: ["flow/too-many-fix-cycles", "flow/failed-verifier-not-rerun"],
    what: "A verifier fails again after its fix, and the person decides.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(...verifiers(consistent, insecure)),
      fixed(1, insecure),
      call(round(reviewSecurity, 2, insecure)),
      ends("security-reviewer still fails after the fix: a token without an expiry. Shall I report it as open?"),
      person("Yes, report it as open."),
      report("Open, by your decision: the security review's finding on tokens without an expiry."),
    ),
  },
];
