import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { applyPatch } from "../apply-patch.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { analysis } from "./requirements.ts";
import { paths, request } from "./words.ts";

/** The analysis of a large request that calls for an architecture decision. */
export const withAdr: JsonObject = {
  ...analysis("large"),
  adrRequired: true,
  adrReason: "The clock becomes a dependency of its own",
};

/** technical-designer on the decision. */
export const writeAdr: Part = {
  agent: "technical-designer",
  task: "write_adr",
  prompt: brief("Create the ADR.", { requirement_analysis: withAdr, requirements: request, prd_path: paths.prd }),
  does: [writeFile(paths.adr, "# ADR-0001: the clock is passed in", "", "Status: Proposed")],
  answer: { status: "completed", path: paths.adr, doc_type: "adr" },
};

/** document-reviewer on the decision. */
export const reviewAdr: Part = {
  agent: "document-reviewer",
  task: "review_adr",
  prompt: brief("Review the ADR.", { adr_path: paths.adr }),
  answer: {
    metadata: { doc_type: "adr", target_path: paths.adr },
    verdict: { decision: "approved", conditions: [] },
    issues: [],
  },
};

/** The decision from its writing to the person's acceptance, which the orchestrator notes. */
export const adr: Play = play(
  call(writeAdr),
  call(reviewAdr),
  turn(
    say(
      `Stop: adr-approval. ${paths.adr}: the clock is passed in, or read in verify; it proposes the first. Do you accept the decision?`,
    ),
  ),
  person("I accept the decision."),
  turn(applyPatch(`*** Update File: ${paths.adr}`, "@@", "-Status: Proposed", "+Status: Accepted")),
);
