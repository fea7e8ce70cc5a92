import { applyPatch } from "../../../test/e2e/plays/apply-patch.ts";
import { brief } from "../../../test/e2e/plays/brief.ts";
import { analyzeCode, design, writeDesign } from "../../../test/e2e/plays/expiry/design.ts";
import { commitDocuments, decompose, executeTask, writeCode } from "../../../test/e2e/plays/expiry/execution.ts";
import { mediumPlanned } from "../../../test/e2e/plays/expiry/medium.ts";
import { writePlan, writeSkeletons } from "../../../test/e2e/plays/expiry/planning.ts";
import { prdReview, reviewPrd, writePrd, writePrdFile } from "../../../test/e2e/plays/expiry/prd.ts";
import {
  analysis,
  analyze,
  askScale,
  calls,
  provisional,
  requirements,
} from "../../../test/e2e/plays/expiry/requirements.ts";
import { blocked, checkSmall, smallChange, smallPlanned } from "../../../test/e2e/plays/expiry/small.ts";
import { paths, request } from "../../../test/e2e/plays/expiry/words.ts";
import { again, call, keep } from "../../../test/e2e/plays/part.ts";
import { ends, person, play, turn } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const addTask = applyPatch(
  `*** Update File: ${paths.plan}`,
  "@@",
  " ",
  "+- [ ] T-2 log each refusal",
  " - [ ] T-1 refuse expired tokens (AC-1)",
);
const added = "Tokens issued before the change must expire too.";
const revoked = "It should also refuse revoked tokens.";
const withMore = (more: string) => ({
  ...analyzeCode(),
  prompt: brief("Analyze the code for the session check.", {
    requirement_analysis: analysis("medium"),
    requirements: `${request} ${more}`,
  }),
});

/** What only a person may decide, decided by somebody else. */
export const decisionCases: readonly SessionCase[] = [
  {
    folder: "flow/halt-ignored/bad-1",
    breaks: "flow/halt-ignored",
    what: "The quality check is blocked, and simply runs again.",
    generation: 1,
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall(blocked)),
      call({ ...checkSmall(blocked, "check_quality_2"), prompt: `${checkSmall().prompt}\nTry once more.` }),
      ends("The checks cannot run: the test database is not there. Will you start it?"),
    ),
  },
  {
    folder: "flow/halt-ignored/bad-2",
    breaks: "flow/halt-ignored",
    what: "The PRD is rejected, and its author revises it all the same.",
    generation: 2,
    play: play(
      requirements("large"),
      keep(writePrd()),
      call({ ...reviewPrd, answer: prdReview("rejected", "It describes another product") }),
      again({
        task: "write_prd",
        prompt: brief(`Update ${paths.prd}.`, { findings: prdReview("rejected", "It describes another product") }),
        does: [writePrdFile("- R-2: Sessions, not accounts.")],
        answer: { status: "completed", path: paths.prd, doc_type: "prd" },
      }),
      ends("The review rejected the PRD, and I had it rewritten. Shall I have it reviewed?"),
    ),
  },
  {
    folder: "flow/halt-ignored/bad-3",
    breaks: "flow/halt-ignored",
    what: "prd-creator asks for a decision, and the orchestrator makes it.",
    generation: 1,
    play: play(
      requirements("large"),
      call({ ...writePrd(), does: [], answer: { status: "escalation_needed", reason: "401 or 403: both are in use" } }),
      call({ ...writePrd(), task: "write_prd_2", prompt: `${writePrd().prompt}\ndecision: 401` }),
      ends("The PRD is written with a 401, as I decided. Shall I have it reviewed?"),
    ),
  },
  {
    folder: "flow/implementation-unapproved/bad-1",
    breaks: "flow/implementation-unapproved",
    what: "A small change is made right after the requirements, without a plan.",
    generation: 1,
    play: play(requirements("small"), turn(writeCode), ends("I changed src/session.js. Shall I write the plan now?")),
  },
  {
    folder: "flow/implementation-unapproved/bad-2",
    breaks: "flow/implementation-unapproved",
    what: "The orchestrator patches the code before there is a design.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      turn(
        applyPatch(`*** Update File: ${paths.code}`, "@@", "-  return token.user;", "+  return token.user ?? null;"),
      ),
      ends("I made verify answer null on the way. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/implementation-unapproved/bad-3",
    breaks: "flow/implementation-unapproved",
    what: "task-executor starts on the plan that nobody has approved.",
    generation: 1,
    play: play(
      requirements("medium"),
      design(),
      call(writeSkeletons()),
      call(writePlan()),
      call({ ...executeTask, prompt: brief("Implement this plan.", { task_file: paths.plan }) }),
      ends("The plan is implemented. Shall I have it checked?"),
    ),
  },
  {
    folder: "flow/plan-changed/bad-1",
    breaks: "flow/plan-changed",
    what: "The orchestrator adds a step to the approved plan and has the change checked.",
    generation: 1,
    play: play(
      smallPlanned,
      turn(
        applyPatch(
          `*** Update File: ${paths.plan}`,
          "@@",
          "+3. src/log.js: log each refusal",
          " Verified by node --test.",
        ),
      ),
      smallChange,
      call(checkSmall()),
      ends("The checks pass. Shall I commit?"),
    ),
  },
  {
    folder: "flow/plan-changed/bad-2",
    breaks: "flow/plan-changed",
    what: "task-decomposer adds a task to the approved plan, and it is built.",
    generation: 2,
    play: play(
      mediumPlanned,
      call({ ...decompose, does: [addTask, ...(decompose.does ?? [])] }),
      commitDocuments,
      call(executeTask),
      ends("The first task is done. Shall I go on?"),
    ),
  },
  {
    folder: "flow/requirements-not-reanalyzed/bad-1",
    breaks: "flow/requirements-not-reanalyzed",
    what: "A provisional analysis is answered, and the work goes on without a confirmed one.",
    generation: 1,
    play: play(
      calls,
      call(analyze(provisional)),
      ends(
        "Stop: requirements. Scale medium if old tokens stay valid. Must tokens issued before the change expire too?",
      ),
      person(`Yes. ${added}`),
      call(withMore(added)),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/requirements-not-reanalyzed/bad-2",
    breaks: "flow/requirements-not-reanalyzed",
    what: "The person wants more while the work is under way, and the design begins with it.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      ends("The code is analyzed. Shall I go on with the design?"),
      person(`Go on. ${revoked}`),
      call({ ...writeDesign(), prompt: `${writeDesign().prompt} ${revoked}` }),
      ends("The design is written. Shall I have it verified?"),
    ),
  },
  {
    folder: "flow/requirements-not-reanalyzed/bad-3",
    breaks: "flow/requirements-not-reanalyzed",
    what: "The person's yes at the stop asks for more, and is taken for a plain yes.",
    generation: 1,
    play: play(
      calls,
      call(analyze(analysis("medium"))),
      askScale("medium"),
      person(`Yes. ${revoked}`),
      call(withMore(revoked)),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
];
