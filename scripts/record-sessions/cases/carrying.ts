import { designWith, logging, resolve, skew } from "../../../test/e2e/plays/expiry/conditions.ts";
import { commitDocuments, decompose, executeTask } from "../../../test/e2e/plays/expiry/execution.ts";
import { mediumBuilt } from "../../../test/e2e/plays/expiry/medium.ts";
import { approvePlan, askPlanWith, writePlan, writeSkeletons } from "../../../test/e2e/plays/expiry/planning.ts";
import { requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { checkSmall, reportSmall, smallChange, smallPlanned } from "../../../test/e2e/plays/expiry/small.ts";
import { report, reviewSecurity, verifyCode } from "../../../test/e2e/plays/expiry/verification.ts";
import { againLater, call, type Part, sideBySide } from "../../../test/e2e/plays/part.ts";
import { ends, type Play, play } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const told = (part: Part, words: string): Part => ({ ...part, prompt: `${part.prompt}\nconditions: ${words}` });

/** From the conditional design to the first task, the conditions carried along. */
function planned(...conditions: readonly string[]): Play {
  return play(
    call(writeSkeletons(...conditions)),
    call(writePlan(...conditions)),
    askPlanWith(...conditions),
    approvePlan,
    call(told(decompose, conditions.join("; "))),
    commitDocuments,
  );
}

/** Conditions, notes and reports: what must not get lost on the way. */
export const carryingCases: readonly SessionCase[] = [
  {
    folder: "condition/dropped/bad-1",
    breaks: "condition/dropped",
    what: "The test skeletons are asked for without the condition of the design's approval.",
    generation: 1,
    play: play(
      requirements("medium"),
      designWith(skew),
      call(writeSkeletons()),
      ends("The skeletons are written. Shall I go on with the plan?"),
    ),
  },
  {
    folder: "condition/dropped/bad-2",
    breaks: "condition/dropped",
    what: "The first of two conditions does not reach the work plan.",
    generation: 2,
    play: play(
      requirements("medium"),
      designWith(skew, logging),
      call(writeSkeletons(skew, logging)),
      call(writePlan(logging)),
      askPlanWith(logging),
    ),
  },
  {
    folder: "condition/unresolved/bad-1",
    breaks: "condition/unresolved",
    what: "The first task starts while the condition stands among the open items.",
    generation: 1,
    play: play(
      requirements("medium"),
      designWith(skew),
      planned(skew),
      call(executeTask),
      ends("The first task is done. Shall I go on?"),
    ),
  },
  {
    folder: "condition/unresolved/bad-2",
    breaks: "condition/unresolved",
    what: "One of two conditions is resolved before the first task.",
    generation: 2,
    play: play(
      requirements("medium"),
      designWith(skew, logging),
      againLater(resolve([skew], [logging], "A skew of 30 seconds is tolerated.")),
      planned(logging),
      call(executeTask),
      ends("The first task is done. Shall I go on?"),
    ),
  },
  {
    folder: "report/notes-missing/bad-1",
    breaks: "report/notes-missing",
    what: "The report says nothing of the security reviewer's notes.",
    generation: 1,
    play: play(mediumBuilt, sideBySide(verifyCode, reviewSecurity), report()),
  },
  {
    folder: "report/notes-missing/bad-2",
    breaks: "report/notes-missing",
    what: "The report says that there are notes, and not what they say.",
    generation: 2,
    play: play(
      mediumBuilt,
      sideBySide(verifyCode, reviewSecurity),
      report("The security reviewer left a note; its answer has the details."),
    ),
  },
  {
    folder: "report/unproven/bad-1",
    breaks: "report/unproven",
    what: "The report names a commit that was never made.",
    generation: 1,
    play: play(smallPlanned, smallChange, call(checkSmall()), reportSmall),
  },
  {
    folder: "report/unproven/bad-2",
    breaks: "report/unproven",
    what: "The report names a quality check and a commit, and there was neither.",
    generation: 2,
    play: play(smallPlanned, smallChange, reportSmall),
  },
];
