import { applyPatch } from "../../../test/e2e/plays/apply-patch.ts";
import { prdSentBack, reviewPrd, reviewPrdAgain, revisePrd, writePrd } from "../../../test/e2e/plays/expiry/prd.ts";
import { analysis, requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { checkSmall, smallChange, smallPlanned, stubDetected } from "../../../test/e2e/plays/expiry/small.ts";
import { paths } from "../../../test/e2e/plays/expiry/words.ts";
import { again, call, keep, type NextPart, type Part } from "../../../test/e2e/plays/part.ts";
import { ends, type Play, play, turn } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const anew = (part: Part, next: NextPart, number: number): Part => ({
  ...part,
  ...next,
  task: `${part.task}_${number}`,
  prompt: `${part.prompt}\n${next.prompt}`,
});

const firstReview = { ...reviewPrd, answer: prdSentBack(1) };

const finishStub = (number: number): Play =>
  turn(
    applyPatch(`*** Update File: ${paths.code}`, "@@", `+// Round ${number}`, " export function verify(token, now) {"),
  );

/** Work that goes back to its author too often. */
export const revisionCases: readonly SessionCase[] = [
  {
    folder: "flow/too-many-revisions/bad-1",
    breaks: "flow/too-many-revisions",
    what: "The author of the PRD is asked for a third revision in its own thread.",
    generation: 1,
    play: play(
      requirements("large"),
      keep(writePrd()),
      keep(firstReview),
      again(revisePrd(1)),
      again(reviewPrdAgain(1, prdSentBack(2))),
      again(revisePrd(2)),
      again(reviewPrdAgain(2, prdSentBack(3))),
      again(revisePrd(3)),
      ends("The PRD has been revised a third time. Shall I have it reviewed once more?"),
    ),
  },
  {
    folder: "flow/too-many-revisions/bad-2",
    breaks: "flow/too-many-revisions",
    what: "The PRD's author is spawned anew for each revision, the third one too.",
    generation: 2,
    play: play(
      requirements("large"),
      call(writePrd(analysis("large"))),
      call(firstReview),
      call(anew(writePrd(), revisePrd(1), 2)),
      call(anew(reviewPrd, reviewPrdAgain(1, prdSentBack(2)), 2)),
      call(anew(writePrd(), revisePrd(2), 3)),
      call(anew(reviewPrd, reviewPrdAgain(2, prdSentBack(3)), 3)),
      call(anew(writePrd(), revisePrd(3), 4)),
      ends("The PRD has been revised a third time. Shall I have it reviewed once more?"),
    ),
  },
  {
    folder: "flow/too-many-revisions/bad-3",
    breaks: "flow/too-many-revisions",
    what: "The quality check finds a stub a third time, and the orchestrator goes for a fourth check.",
    generation: 2,
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall(stubDetected, "check_1")),
      finishStub(1),
      call(checkSmall(stubDetected, "check_2")),
      finishStub(2),
      call(checkSmall(stubDetected, "check_3")),
      finishStub(3),
      call(checkSmall(stubDetected, "check_4")),
      ends("The check still finds a stub. How shall I go on?"),
    ),
  },
];
