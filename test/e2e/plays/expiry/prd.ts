import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type NextPart, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { analysis } from "./requirements.ts";
import { paths, request } from "./words.ts";

/** The PRD, with more lines where a review asked for them. */
export function writePrdFile(...more: readonly string[]): ReturnType<typeof writeFile> {
  const requirement = "- R-1: A request with an expired session token is refused with a 401.";
  return writeFile(paths.prd, "# Session expiry: PRD", "", requirement, ...more);
}

/** prd-creator, writing the document. */
export function writePrd(requirementAnalysis: JsonObject = analysis("large")): Part {
  return {
    agent: "prd-creator",
    task: "write_prd",
    prompt: brief("Create the PRD.", { requirement_analysis: requirementAnalysis, requirements: request }),
    does: [writePrdFile()],
    answer: { status: "completed", path: paths.prd, doc_type: "prd" },
  };
}

/** A verdict on the PRD, with what is wrong with it. */
export function prdReview(decision: string, ...wrong: readonly string[]): JsonObject {
  const issues = wrong.map((description, index) => ({ id: `I${index + 1}`, severity: "important", description }));
  const metadata = { doc_type: "prd", target_path: paths.prd };
  return { metadata, verdict: { decision, conditions: [] }, issues };
}

/** document-reviewer on the PRD. */
export const reviewPrd: Part = {
  agent: "document-reviewer",
  task: "review_prd",
  prompt: brief("Review the PRD.", { prd_path: paths.prd, requirements: request }),
  answer: prdReview("approved"),
};

/** The orchestrator's words at the PRD's stop. */
export const askPrd: Play = turn(
  say(`Stop: prd-approval. ${paths.prd}; the review approved it without conditions. Do you approve the PRD?`),
);

/** The PRD from its creation to the person's approval. */
export function prd(requirementAnalysis?: JsonObject): Play {
  return play(call(writePrd(requirementAnalysis)), call(reviewPrd), askPrd, person("I approve the PRD."));
}

/** What reviews of the PRD find, one after another. */
const wrong = ["R-1 has no measure", "R-2 has no measure", "R-3 has no measure"];

/** The verdict that sends the PRD back, in a round counted from 1. */
export function prdSentBack(round: number): JsonObject {
  return prdReview("needs_revision", wrong[round - 1] ?? "");
}

/** prd-creator on the findings of a round. */
export function revisePrd(round: number): NextPart {
  return {
    task: "write_prd",
    prompt: brief(`Update ${paths.prd}: revision ${round}.`, { findings: prdSentBack(round) }),
    does: [writePrdFile(`- R-${round + 1}: Measured in revision ${round}.`)],
    answer: { status: "completed", path: paths.prd, doc_type: "prd" },
  };
}

/** document-reviewer after a revision. */
export function reviewPrdAgain(round: number, answer: JsonObject): NextPart {
  return {
    task: "review_prd",
    prompt: brief(`Review the PRD again, after revision ${round}.`, { prd_path: paths.prd, requirements: request }),
    answer,
  };
}
