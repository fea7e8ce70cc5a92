import { applyPatch } from "../../../../test/e2e/plays/apply-patch.ts";
import { brief } from "../../../../test/e2e/plays/brief.ts";
import { analyzeCode } from "../../../../test/e2e/plays/expiry/design.ts";
import { askPrd, reviewPrd, writePrd, writePrdFile } from "../../../../test/e2e/plays/expiry/prd.ts";
import {
  analysis,
  analyze,
  askScale,
  calls,
  provisional,
  requirements,
} from "../../../../test/e2e/plays/expiry/requirements.ts";
import {
  approveSmallPlan,
  askSmallPlan,
  blocked,
  checkSmall,
  commitSmall,
  reportSmall,
  smallChange,
  smallPlanned,
  stubDetected,
  writeSmallPlan,
} from "../../../../test/e2e/plays/expiry/small.ts";
import { paths, request } from "../../../../test/e2e/plays/expiry/words.ts";
import { again, againLater, call, keep } from "../../../../test/e2e/plays/part.ts";
import { ends, person, play, turn } from "../../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../../session-case.ts";
import { basics, commits } from "./shown.ts";

const added = "Tokens issued before the change must expire too.";
const revoked = "It should also refuse revoked tokens.";
const analyzeAgain = (more: string) =>
  brief("Analyze the request again, with the person's words.", {
    requirements: `${request} ${more}`,
    earlier: provisional,
  });
const askOldTokens = ends(
  "Stop: requirements. Medium if old tokens stay valid. Must tokens issued before the change expire too?",
);
const patchPlan = (line: string) =>
  turn(applyPatch(`*** Update File: ${paths.plan}`, "@@", `+${line}`, " Verified by node --test."));

/** Sessions in which a person decides something, and is heard. */
export const personCases: readonly SessionCase[] = [
  {
    folder: "ok/provisional-1",
    shows: [...basics, "flow/requirements-not-reanalyzed"],
    what: "The analysis asks; the person's answer goes back to the same analyzer.",
    generation: 1,
    play: play(
      calls,
      keep(analyze(provisional)),
      askOldTokens,
      person(`Yes. ${added}`),
      againLater({ task: "analyze_requirements", prompt: analyzeAgain(added), answer: analysis("small") }),
      askScale("small"),
      person("Yes."),
      writeSmallPlan,
      askSmallPlan,
    ),
  },
  {
    folder: "ok/provisional-2",
    shows: [...basics, "flow/requirements-not-reanalyzed"],
    what: "The analysis asks; another analyzer gets the old words and the new.",
    generation: 2,
    play: play(
      calls,
      call(analyze(provisional)),
      askOldTokens,
      person(`Yes. ${added}`),
      call({ ...analyze(analysis("small")), task: "analyze_again", prompt: analyzeAgain(added) }),
      askScale("small"),
      person("Yes."),
      writeSmallPlan,
      askSmallPlan,
    ),
  },
  {
    folder: "ok/wants-more-2",
    shows: [...basics, "flow/requirements-not-reanalyzed"],
    what: "The person wants more while the code is being analyzed, and the analysis of the request is made again.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      ends("The code is analyzed. Shall I go on with the design?"),
      person(`Wait. ${revoked}`),
      call({ ...analyze(analysis("medium")), task: "analyze_again", prompt: analyzeAgain(revoked) }),
      askScale("medium"),
    ),
  },
  {
    folder: "ok/blocked-1",
    shows: [...basics, ...commits, "flow/halt-ignored"],
    what: "The quality check is blocked, the person clears the way, the check runs again.",
    generation: 1,
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall(blocked)),
      ends("The checks cannot run: the test database is not there. Will you start it?"),
      person("It runs now. Go on."),
      call({
        ...checkSmall(undefined, "check_quality_2"),
        prompt: `${checkSmall().prompt}\nThe test database runs now.`,
      }),
      commitSmall,
      reportSmall,
    ),
  },
  {
    folder: "ok/escalated-2",
    shows: [...basics, "flow/halt-ignored"],
    what: "prd-creator asks for a decision, and the person makes it.",
    generation: 2,
    play: play(
      requirements("large"),
      keep({ ...writePrd(), does: [], answer: { status: "escalation_needed", reason: "401 or 403: both are in use" } }),
      ends("The PRD needs a decision: a 401 or a 403 for an expired token? Both are in use."),
      person("A 401."),
      again({
        task: "write_prd",
        prompt: "The person has decided: a 401. Create the PRD.",
        does: [writePrdFile()],
        answer: { status: "completed", path: paths.prd, doc_type: "prd" },
      }),
      call(reviewPrd),
      askPrd,
    ),
  },
  {
    folder: "ok/plan-refused-1",
    shows: [...basics, ...commits, "flow/plan-changed"],
    what: "The person refuses the plan, gets another and approves that.",
    generation: 1,
    play: play(
      requirements("small"),
      writeSmallPlan,
      askSmallPlan,
      person("No: the plan has to say how a refusal looks."),
      patchPlan("3. A refusal is an error with status 401"),
      askSmallPlan,
      approveSmallPlan,
      smallChange,
      call(checkSmall()),
      commitSmall,
      reportSmall,
    ),
  },
  {
    folder: "ok/plan-changed-2",
    shows: [...basics, ...commits, "flow/plan-changed"],
    what: "The approved plan has to change, and is put before the person again.",
    generation: 2,
    play: play(
      smallPlanned,
      patchPlan("3. A token without an expiry counts as expired"),
      ends(
        `I had to add a step to ${paths.plan}: a token without an expiry counts as expired. Do you approve the plan as it is now?`,
      ),
      person("I approve it."),
      smallChange,
      call(checkSmall()),
      commitSmall,
      reportSmall,
    ),
  },
  {
    folder: "ok/stub-1",
    shows: [...basics, ...commits, "flow/too-many-revisions"],
    what: "The quality check finds a stub, the orchestrator finishes it, the check passes.",
    generation: 1,
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall(stubDetected, "check_1")),
      turn(
        applyPatch(
          `*** Update File: ${paths.code}`,
          "@@",
          "+// Reads the clock it is given",
          " export function verify(token, now) {",
        ),
      ),
      call(checkSmall(undefined, "check_2")),
      commitSmall,
      reportSmall,
    ),
  },
];
