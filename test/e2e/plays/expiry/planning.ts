import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { boundaries, strategy } from "./design.ts";
import { paths } from "./words.ts";

const fromDesign = {
  design_path: paths.design,
  verification_strategy: strategy,
  technical_requirements: boundaries,
} as const;

const noJourney = "No journey spans more than one request";

/** What acceptance-test-generator answers: an integration test, no end-to-end test and why. */
export const skeletons: JsonObject = {
  status: "completed",
  generatedFiles: { integration: paths.test, e2e: null },
  e2eAbsenceReason: noJourney,
};

/** acceptance-test-generator; with the conditions still open, word for word. */
export function writeSkeletons(...conditions: readonly string[]): Part {
  return {
    agent: "acceptance-test-generator",
    task: "write_test_skeletons",
    prompt: brief("Generate the test skeletons.", { ...fromDesign, conditions: carried(conditions) }),
    does: [writeFile(paths.test, "// AC-1: an expired token is refused with a 401")],
    answer: skeletons,
  };
}

/** work-planner; with the conditions still open, word for word. */
export function writePlan(...conditions: readonly string[]): Part {
  return {
    agent: "work-planner",
    task: "write_plan",
    prompt: brief("Create the work plan.", {
      ...fromDesign,
      integration_tests: paths.test,
      e2e_absence_reason: noJourney,
      conditions: carried(conditions),
    }),
    does: [writeFile(paths.plan, "# Session expiry: work plan", "", "- [ ] T-1 refuse expired tokens (AC-1)")],
    answer: { status: "completed", path: paths.plan, doc_type: "work-plan", traceabilityGaps: [] },
  };
}

function carried(conditions: readonly string[]): string | undefined {
  return conditions.length === 0 ? undefined : conditions.join("; ");
}

/** The orchestrator's words at the plan's stop. */
export const askPlan: Play = turn(
  say(
    `Stop: batch-approval. ${paths.plan}: one phase, one task, no open conditions, no gaps. Do you approve the plan, and implementation without further stops?`,
  ),
);

/** The same, with conditions still open. */
export function askPlanWith(...conditions: readonly string[]): Play {
  return turn(
    say(
      `Stop: batch-approval. ${paths.plan}: one phase, one task, no gaps. Open conditions: ${conditions.join(" ")} Do you approve the plan, and implementation without further stops?`,
    ),
  );
}

/** The person's approval of the plan. */
export const approvePlan: Play = person("I approve the plan. Implement it.");

/** The plan from the skeletons to the person's approval. */
export const planning: Play = play(call(writeSkeletons()), call(writePlan()), askPlan, approvePlan);
