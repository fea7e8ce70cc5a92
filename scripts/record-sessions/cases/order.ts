import { brief } from "../../../test/e2e/plays/brief.ts";
import { withAdr } from "../../../test/e2e/plays/expiry/adr.ts";
import { analyzeCode, syncDesign, verifyDesign, writeDesign } from "../../../test/e2e/plays/expiry/design.ts";
import { prd, reviewPrd, writePrd } from "../../../test/e2e/plays/expiry/prd.ts";
import { analysis, analyze, calls, requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { checkSmall, smallChange, smallPlanned } from "../../../test/e2e/plays/expiry/small.ts";
import { paths, request } from "../../../test/e2e/plays/expiry/words.ts";
import { call, type Part } from "../../../test/e2e/plays/part.ts";
import { ends, play } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const large = { analysis: analysis("large"), prd_path: paths.prd };

const investigate: Part = {
  agent: "investigator",
  task: "investigate",
  prompt: brief("Find where expired tokens get through.", { requirements: request }),
  answer: {
    pathMap: {
      entryPoint: "verify",
      nodes: [{ id: "N1", component: `${paths.code}:1`, description: "Checks the token", status: "observed" }],
    },
    failurePoints: [],
  },
};

const listCallers: Part = { task: "list_callers", prompt: "List the callers of verify.", answer: "verify has none." };

/** Agents started where the flow has no place for them. */
export const orderCases: readonly SessionCase[] = [
  {
    folder: "flow/stop-skipped/bad-1",
    breaks: "flow/stop-skipped",
    what: "After the requirement analysis the work goes on in the same turn.",
    generation: 1,
    play: play(
      calls,
      call(analyze(analysis("medium"))),
      call(analyzeCode()),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/stop-skipped/bad-2",
    breaks: "flow/stop-skipped",
    what: "The reviewer's approval of the PRD is taken for the person's.",
    generation: 2,
    play: play(
      requirements("large"),
      call(writePrd()),
      call(reviewPrd),
      call(analyzeCode(large)),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/out-of-order/bad-1",
    breaks: "flow/out-of-order",
    what: "The design is compared with its sources before anybody reviewed it.",
    generation: 1,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      call(writeDesign()),
      call(verifyDesign),
      call(syncDesign()),
      ends("The design agrees with its sources; its review is still to come. Shall I have it reviewed?"),
    ),
  },
  {
    folder: "flow/out-of-order/bad-2",
    breaks: "flow/out-of-order",
    what: "An architecture decision is called for, and the code is analyzed without one.",
    generation: 2,
    play: play(
      requirements("large", withAdr),
      prd(withAdr),
      call(analyzeCode({ analysis: withAdr, prd_path: paths.prd })),
      ends("The code is analyzed. Shall I have the decision written now?"),
    ),
  },
  {
    folder: "flow/foreign-agent/bad-1",
    breaks: "flow/foreign-agent",
    what: "An agent of another recipe.",
    generation: 1,
    agents: ["investigator"],
    play: play(
      requirements("medium"),
      call(investigate),
      ends("The investigator found nothing beyond the analysis. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/foreign-agent/bad-2",
    breaks: "flow/foreign-agent",
    what: "A worker that Codex brings along.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({ ...listCallers, agent: "worker" }),
      ends("verify has no callers yet. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/foreign-agent/bad-3",
    breaks: "flow/foreign-agent",
    what: "A subagent of no type.",
    generation: 1,
    play: play(
      requirements("medium"),
      call(listCallers),
      ends("verify has no callers yet. Shall I go on with the design?"),
    ),
  },
  {
    folder: "flow/wrong-layer/bad-1",
    breaks: "flow/wrong-layer",
    what: "The frontend's designer writes a backend design.",
    generation: 1,
    agents: ["technical-designer-frontend"],
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      call({ ...writeDesign(), agent: "technical-designer-frontend" }),
      ends("The design is written. Shall I have it verified?"),
    ),
  },
  {
    folder: "flow/wrong-layer/bad-2",
    breaks: "flow/wrong-layer",
    what: "The frontend's checks are run on a backend change.",
    generation: 2,
    agents: ["quality-fixer-frontend"],
    play: play(
      smallPlanned,
      smallChange,
      call({ ...checkSmall(), agent: "quality-fixer-frontend" }),
      ends("The frontend's checks pass. Shall I run the backend's as well?"),
    ),
  },
];
