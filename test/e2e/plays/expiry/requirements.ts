import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { paths, request } from "./words.ts";

const files = {
  small: [paths.code, paths.test],
  medium: [paths.code, "src/clock.js", paths.test],
  large: [paths.code, "src/clock.js", "src/errors.js", "src/store.js", "src/http.js", paths.test],
} as const;

/** The analysis of the request at a scale, nothing left to ask. */
export function analysis(scale: keyof typeof files): JsonObject {
  return {
    purpose: "A request with an expired session token is refused with a 401.",
    scale,
    confidence: "confirmed",
    affectedLayers: ["backend"],
    affectedFiles: files[scale],
    adrRequired: false,
    scopeDependencies: [],
    questions: [],
  };
}

/** The analysis while a person still has to say how far the request goes. */
export const provisional: JsonObject = {
  ...analysis("medium"),
  confidence: "provisional",
  scopeDependencies: [
    {
      question: "Must tokens issued before the change expire too?",
      impact: { if_yes: "large, with a migration", if_no: "medium" },
    },
  ],
};

/** requirement-analyzer, answering with this analysis. */
export function analyze(answer: JsonObject | string): Part {
  return {
    agent: "requirement-analyzer",
    task: "analyze_requirements",
    prompt: brief("Analyze this request.", { requirements: request }),
    answer,
  };
}

/** The person calls the recipe. */
export const calls: Play = person(`$recipe-implement ${request}`);

/** The orchestrator's words at the requirements stop. */
export function askScale(scale: string): Play {
  return turn(
    say(
      `Stop: requirements. Scale ${scale}, layer backend. Purpose: a request with an expired session token is refused with a 401. Affected: ${paths.code} and its tests. No open questions, no scope dependencies. Is this what you want, at this scale?`,
    ),
  );
}

/** From the request to the person's word at the requirements stop. */
export function requirements(scale: keyof typeof files, answer: JsonObject = analysis(scale)): Play {
  return play(calls, call(analyze(answer)), askScale(scale), person("Yes, that is what I want."));
}
