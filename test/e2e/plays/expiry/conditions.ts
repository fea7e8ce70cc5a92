import { brief } from "../brief.ts";
import { again, call, keep, type NextPart, type Part } from "../part.ts";
import { ends, type Play, person, play } from "../play.ts";
import {
  analyzeCode,
  designReview,
  reviewDesign,
  syncDesign,
  verifyDesign,
  writeDesign,
  writeDesignDoc,
} from "./design.ts";
import { paths } from "./words.ts";

/** Conditions a reviewer may set. */
export const skew = "State the clock skew that is tolerated.";
export const logging = "Say whether a refusal is logged.";

/** document-reviewer, approving under conditions. */
export function reviewWith(...conditions: readonly string[]): Part {
  return { ...reviewDesign, answer: designReview("approved_with_conditions", ...conditions) };
}

/** technical-designer, asked to append the conditions to the open items. */
export function append(...conditions: readonly string[]): NextPart {
  return {
    task: "write_design",
    prompt: brief(`Update ${paths.design}: append the review's conditions to its open items.`, {
      findings: designReview("approved_with_conditions", ...conditions),
    }),
    does: [writeDesignDoc(...conditions)],
    answer: { status: "completed", path: paths.design, doc_type: "design-doc", openItems: [...conditions] },
  };
}

/** technical-designer, asked to resolve conditions in the document; others stay open. */
export function resolve(resolved: readonly string[], left: readonly string[], words: string): NextPart {
  return {
    task: "write_design",
    prompt: brief(`Update ${paths.design}: resolve these conditions. ${words}`, {
      findings: designReview("approved_with_conditions", ...resolved),
    }),
    does: [writeDesignDoc(...left, `Resolved: ${words}`)],
    answer: { status: "completed", path: paths.design, doc_type: "design-doc", openItems: [...left] },
  };
}

/** The design, approved by reviewer and person under conditions, the designer kept to be asked again. */
export function designWith(...conditions: readonly string[]): Play {
  return play(
    call(analyzeCode()),
    keep(writeDesign()),
    call(verifyDesign),
    call(reviewWith(...conditions)),
    again(append(...conditions)),
    call(syncDesign()),
    ends(
      `Stop: design-approval. ${paths.design}; the review approved it with conditions: ${conditions.join(" ")} No code discrepancies, no conflicts. Do you approve the design?`,
    ),
    person("I approve the design with these conditions."),
  );
}
