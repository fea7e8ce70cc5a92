import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { analysis } from "./requirements.ts";
import { paths, request } from "./words.ts";

/** The Design Doc's words that later agents are passed. */
export const strategy =
  "Correct is: an expired token is refused, any other passes. Compared with the clock that is passed in, by node --test; early verification point: the first test.";
export const boundaries = "verify keeps its signature; src/clock.js is not changed.";

/** The Design Doc, with what is still open in it. */
export function writeDesignDoc(...openItems: readonly string[]): ReturnType<typeof writeFile> {
  return writeFile(
    paths.design,
    "# Session expiry: design",
    "",
    "- AC-1: When a token has expired, verify shall throw an error with status 401.",
    "",
    "## Verification Strategy",
    strategy,
    "",
    "## Technical requirements",
    boundaries,
    "",
    "## Open items",
    ...(openItems.length === 0 ? ["None."] : openItems.map((item) => `- ${item}`)),
  );
}

/** What codebase-analyzer finds. */
export const codebaseAnalysis: JsonObject = {
  focusAreas: [
    {
      area: "Session check",
      reason: "verify never reads the expiry",
      relatedFiles: [paths.code],
      risk: "Old tokens live for ever",
    },
  ],
  dataModel: { detected: false, schemas: [], accessPatterns: [], migrationFiles: [] },
  dataTransformationPipelines: [],
  qualityAssurance: { mechanisms: [] },
  limitations: ["No test covers src/session.js"],
};

/** What the documents before the design pass on: a PRD and an ADR, where there are some. */
export interface Before {
  readonly analysis: JsonObject;
  readonly prd_path?: string;
  readonly adr_path?: string;
}

const medium: Before = { analysis: analysis("medium") };

/** codebase-analyzer. */
export function analyzeCode({ analysis: requirement_analysis, ...documents }: Before = medium): Part {
  return {
    agent: "codebase-analyzer",
    task: "analyze_code",
    prompt: brief("Analyze the code for the session check.", {
      requirement_analysis,
      requirements: request,
      ...documents,
    }),
    answer: codebaseAnalysis,
  };
}

/** technical-designer on the Design Doc. */
export function writeDesign({ analysis: requirement_analysis, ...documents }: Before = medium): Part {
  return {
    agent: "technical-designer",
    task: "write_design",
    prompt: brief("Create the Design Doc.", {
      codebase_analysis: codebaseAnalysis,
      requirement_analysis,
      requirements: request,
      ...documents,
    }),
    does: [writeDesignDoc()],
    answer: { status: "completed", path: paths.design, doc_type: "design-doc" },
  };
}

/** What code-verifier answers when it finds nothing. */
export const consistent: JsonObject = {
  summary: { status: "consistent", consistencyScore: 100 },
  discrepancies: [],
  reverseCoverage: { undocumentedRoutes: [], undocumentedExports: [], undocumentedDataOperations: [] },
};

/** code-verifier before implementation. */
export const verifyDesign: Part = {
  agent: "code-verifier",
  task: "verify_design",
  prompt: brief("Verify the Design Doc against the code, before implementation.", { design_path: paths.design }),
  answer: consistent,
};

/** A verdict on the Design Doc. */
export function designReview(decision: string, ...conditions: readonly string[]): JsonObject {
  const metadata = { doc_type: "design-doc", target_path: paths.design };
  return { metadata, verdict: { decision, conditions }, issues: [] };
}

/** document-reviewer on the Design Doc. */
export const reviewDesign: Part = {
  agent: "document-reviewer",
  task: "review_design",
  prompt: brief("Review the Design Doc.", { design_path: paths.design, code_verification: consistent }),
  answer: designReview("approved"),
};

/** design-sync. */
export function syncDesign({ prd_path }: Partial<Before> = {}): Part {
  return {
    agent: "design-sync",
    task: "sync_design",
    prompt: brief("Compare the design with its sources.", { design_path: paths.design, prd_path }),
    answer: { summary: { sync_status: "NO_CONFLICTS" }, conflicts: [] },
  };
}

/** The orchestrator's words at the design's stop. */
export const askDesign: Play = turn(
  say(
    `Stop: design-approval. ${paths.design}; the review approved it without conditions; no code discrepancies, no conflicts. Do you approve the design?`,
  ),
);

/** The person's approval of the design. */
export const approveDesign: Play = person("I approve the design.");

/** The design from the analysis of the code to the person's approval. */
export function design(before: Before = medium): Play {
  return play(
    call(analyzeCode(before)),
    call(writeDesign(before)),
    call(verifyDesign),
    call(reviewDesign),
    call(syncDesign(before)),
    askDesign,
    approveDesign,
  );
}
