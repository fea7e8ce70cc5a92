import { brief } from "../../../test/e2e/plays/brief.ts";
import { analyzeCode, codebaseAnalysis, writeDesign } from "../../../test/e2e/plays/expiry/design.ts";
import { prdReview, reviewPrd, writePrd } from "../../../test/e2e/plays/expiry/prd.ts";
import { analysis, requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { paths, request } from "../../../test/e2e/plays/expiry/words.ts";
import { call } from "../../../test/e2e/plays/part.ts";
import { ends, play } from "../../../test/e2e/plays/play.ts";
import { shell } from "../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../session-case.ts";

/** What agents should have been passed, or should not. */
export const handoffCases: readonly SessionCase[] = [
  {
    folder: "handoff/not-delivered/bad-1",
    breaks: "handoff/not-delivered",
    what: "codebase-analyzer is told the request, and nothing of its analysis.",
    generation: 1,
    play: play(
      requirements("medium"),
      call({ ...analyzeCode(), prompt: brief("Analyze the code for the session check.", { requirements: request }) }),
      ends("The code is analyzed. Shall I go on with the design?"),
    ),
  },
  {
    folder: "handoff/not-delivered/bad-2",
    breaks: "handoff/not-delivered",
    what: "technical-designer gets a summary in the place of the codebase analysis.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      call({
        ...writeDesign(),
        prompt: brief("Create the Design Doc.", {
          codebase_analysis: "verify never reads the expiry, and no test covers it.",
          requirement_analysis: analysis("medium"),
          requirements: request,
        }),
      }),
      ends("The design is written. Shall I have it verified?"),
    ),
  },
  {
    folder: "handoff/missing-path/bad-1",
    breaks: "handoff/missing-path",
    what: "codebase-analyzer is given a PRD that nobody wrote.",
    generation: 1,
    play: play(
      requirements("medium"),
      call({
        ...analyzeCode({ analysis: analysis("medium"), prd_path: paths.prd }),
        does: [shell(`cat ${paths.prd}`)],
        answer: { ...codebaseAnalysis, limitations: [`${paths.prd} does not exist`] },
      }),
      ends("The code is analyzed; the PRD I named does not exist. Shall I go on with the design?"),
    ),
  },
  {
    folder: "handoff/missing-path/bad-2",
    breaks: "handoff/missing-path",
    what: "prd-creator names a file it never wrote, and it is passed on unseen.",
    generation: 2,
    play: play(
      requirements("large"),
      call({ ...writePrd(), does: [] }),
      call({
        ...reviewPrd,
        does: [shell(`cat ${paths.prd}`)],
        answer: prdReview("needs_revision", `${paths.prd} does not exist`),
      }),
      ends("There is no PRD to review: its file was never written. Shall I have it written again?"),
    ),
  },
];
