import { analyzeCode, codebaseAnalysis, design, writeDesign } from "../../../test/e2e/plays/expiry/design.ts";
import { skeletons, writeSkeletons } from "../../../test/e2e/plays/expiry/planning.ts";
import { analysis, analyze, calls, requirements } from "../../../test/e2e/plays/expiry/requirements.ts";
import { paths } from "../../../test/e2e/plays/expiry/words.ts";
import { call } from "../../../test/e2e/plays/part.ts";
import { ends, play } from "../../../test/e2e/plays/play.ts";
import type { SessionCase } from "../session-case.ts";

const { affectedLayers: _layers, ...withoutLayers } = analysis("medium");
const { e2eAbsenceReason: _reason, ...withoutReason } = skeletons;

/** Answers that cannot be read as the contract wants them. */
export const answerCases: readonly SessionCase[] = [
  {
    folder: "answer/breaks-schema/bad-1",
    breaks: "answer/breaks-schema",
    what: "The requirement analysis lacks a required field.",
    generation: 1,
    play: play(calls, call(analyze(withoutLayers)), ends("The analysis names no layer. Shall I have it done again?")),
  },
  {
    folder: "answer/breaks-schema/bad-2",
    breaks: "answer/breaks-schema",
    what: "A list of the codebase analysis is a sentence.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({ ...analyzeCode(), answer: { ...codebaseAnalysis, limitations: "No test covers src/session.js" } }),
      ends("The codebase analysis does not have its form. Shall I have it done again?"),
    ),
  },
  {
    folder: "answer/prose-around/bad-1",
    breaks: "answer/prose-around",
    what: "The requirement analysis comes in a fence, introduced by a sentence.",
    generation: 1,
    play: play(
      calls,
      call(analyze(`Here is my analysis:\n\n\`\`\`json\n${JSON.stringify(analysis("medium"))}\n\`\`\``)),
      ends("The analysis came with words around it. Shall I have it done again?"),
    ),
  },
  {
    folder: "answer/prose-around/bad-2",
    breaks: "answer/prose-around",
    what: "The codebase analysis is followed by an offer.",
    generation: 2,
    play: play(
      requirements("medium"),
      call({ ...analyzeCode(), answer: `${JSON.stringify(codebaseAnalysis)}\n\nTell me if you need more detail.` }),
      ends("The codebase analysis came with words around it. Shall I have it done again?"),
    ),
  },
  {
    folder: "answer/unknown-status/bad-1",
    breaks: "answer/unknown-status",
    what: "requirement-analyzer is `likely`.",
    generation: 1,
    play: play(
      calls,
      call(analyze({ ...analysis("medium"), confidence: "likely" })),
      ends("The analysis does not say whether it is confirmed. Shall I have it done again?"),
    ),
  },
  {
    folder: "answer/unknown-status/bad-2",
    breaks: "answer/unknown-status",
    what: "technical-designer is `done`.",
    generation: 2,
    play: play(
      requirements("medium"),
      call(analyzeCode()),
      call({ ...writeDesign(), answer: { status: "done", path: paths.design, doc_type: "design-doc" } }),
      ends("The designer's status is none that I know. Shall I have it asked again?"),
    ),
  },
  {
    folder: "answer/tests-unexplained/bad-1",
    breaks: "answer/tests-unexplained",
    what: "No end-to-end tests, and the field for the reason is left out.",
    generation: 1,
    play: play(
      requirements("medium"),
      design(),
      call({ ...writeSkeletons(), answer: withoutReason }),
      ends("There are no end-to-end tests, and no reason is given. Shall I have it asked for?"),
    ),
  },
  {
    folder: "answer/tests-unexplained/bad-2",
    breaks: "answer/tests-unexplained",
    what: "No end-to-end tests, and the reason is blank.",
    generation: 2,
    play: play(
      requirements("medium"),
      design(),
      call({ ...writeSkeletons(), answer: { ...skeletons, e2eAbsenceReason: " " } }),
      ends("There are no end-to-end tests, and no reason is given. Shall I have it asked for?"),
    ),
  },
];
