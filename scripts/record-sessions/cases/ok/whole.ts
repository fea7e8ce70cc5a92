import { applyPatch } from "../../../../test/e2e/plays/apply-patch.ts";
import { adr, withAdr } from "../../../../test/e2e/plays/expiry/adr.ts";
import {
  analyzeCode,
  approveDesign,
  askDesign,
  design,
  reviewDesign,
  syncDesign,
  verifyDesign,
  writeDesign,
} from "../../../../test/e2e/plays/expiry/design.ts";
import {
  checkQuality,
  commitDocuments,
  commitTask,
  decompose,
  executeTask,
  execution,
  reviewTests,
} from "../../../../test/e2e/plays/expiry/execution.ts";
import { mediumPlanned } from "../../../../test/e2e/plays/expiry/medium.ts";
import { planning } from "../../../../test/e2e/plays/expiry/planning.ts";
import {
  askPrd,
  prd,
  prdReview,
  prdSentBack,
  reviewPrd,
  reviewPrdAgain,
  revisePrd,
  writePrd,
} from "../../../../test/e2e/plays/expiry/prd.ts";
import { analysis, analyze, askScale, calls, requirements } from "../../../../test/e2e/plays/expiry/requirements.ts";
import {
  approveSmallPlan,
  askSmallPlan,
  checkSmall,
  commitSmall,
  reportSmall,
  smallChange,
  smallFlow,
  writeSmallPlan,
} from "../../../../test/e2e/plays/expiry/small.ts";
import { verification } from "../../../../test/e2e/plays/expiry/verification.ts";
import { paths } from "../../../../test/e2e/plays/expiry/words.ts";
import { again, call, keep, type Part } from "../../../../test/e2e/plays/part.ts";
import { person, play, turn } from "../../../../test/e2e/plays/play.ts";
import { mcp, shell, tool } from "../../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../../session-case.ts";
import { basics, commits, whole } from "./shown.ts";

/** The agent opens what it was passed before it goes on. */
const looking = (part: Part, ...files: readonly string[]): Part => ({
  ...part,
  does: [shell(`cat ${files.join(" ")}`), ...(part.does ?? [])],
});

const tickPlan = applyPatch(
  `*** Update File: ${paths.plan}`,
  "@@",
  "-- [ ] T-1 refuse expired tokens (AC-1)",
  "+- [x] T-1 refuse expired tokens (AC-1)",
);
const progress = tool("send_message", { target: "/root", message: "The failing test is written." }, "collaboration");
const small = analyze(analysis("small"));
const withPrd = { analysis: withAdr, prd_path: paths.prd, adr_path: paths.adr };

/** Whole flows, from the request to the report. */
export const wholeCases: readonly SessionCase[] = [
  {
    folder: "ok/small-1",
    shows: [...basics, ...commits],
    what: "A small change, a file of the person's lying about.",
    generation: 1,
    untracked: { "notes.txt": "call the bank\n" },
    play: smallFlow,
  },
  {
    folder: "ok/small-2",
    shows: [...basics, ...commits],
    what: "A small change, the first answer checked by Baton's server.",
    generation: 2,
    play: play(
      calls,
      call(small),
      turn(
        mcp("baton", "validate_answer", ({ answers }) => ({
          agent: "requirement-analyzer",
          answer: answers.get(small.task) ?? "",
        })),
      ),
      askScale("small"),
      person("Yes, go."),
      writeSmallPlan,
      askSmallPlan,
      approveSmallPlan,
      smallChange,
      call(checkSmall()),
      commitSmall,
      reportSmall,
    ),
  },
  {
    folder: "ok/medium-1",
    shows: [...whole, "team/closed-running"],
    what: "A medium change; agents open what they are passed.",
    generation: 1,
    play: play(
      requirements("medium"),
      call(looking(analyzeCode(), paths.code)),
      call(writeDesign()),
      call(looking(verifyDesign, paths.design, paths.code)),
      call(looking(reviewDesign, paths.design)),
      call(looking(syncDesign(), paths.design)),
      askDesign,
      approveDesign,
      planning,
      execution,
      verification,
    ),
  },
  {
    folder: "ok/medium-2",
    shows: [...whole, "flow/plan-changed", "team/nested-spawn"],
    what: "A medium change; the executor ticks the plan's box and tells the orchestrator of its progress.",
    generation: 2,
    play: play(
      mediumPlanned,
      call(decompose),
      commitDocuments,
      call({ ...executeTask, does: [progress, ...(executeTask.does ?? []), tickPlan] }),
      call(reviewTests),
      call(checkQuality),
      commitTask,
      verification,
    ),
  },
  {
    folder: "ok/large-1",
    shows: [...basics, "flow/too-many-revisions", "flow/out-of-order"],
    what: "A large change as far as the architecture decision, its PRD revised twice.",
    generation: 1,
    play: play(
      requirements("large", withAdr),
      keep(writePrd(withAdr)),
      keep({ ...reviewPrd, answer: prdSentBack(1) }),
      again(revisePrd(1)),
      again(reviewPrdAgain(1, prdSentBack(2))),
      again(revisePrd(2)),
      again(reviewPrdAgain(2, prdReview("approved"))),
      askPrd,
      person("I approve the PRD."),
      adr,
      call(analyzeCode(withPrd)),
      call(writeDesign(withPrd)),
      call(verifyDesign),
      call(reviewDesign),
      call(syncDesign(withPrd)),
      askDesign,
    ),
  },
  {
    folder: "ok/large-2",
    shows: whole,
    what: "A large change with an architecture decision, to its report.",
    generation: 2,
    play: play(requirements("large", withAdr), prd(withAdr), adr, design(withPrd), planning, execution, verification),
  },
];
