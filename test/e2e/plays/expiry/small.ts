import type { JsonObject } from "../../json-value.ts";
import { say } from "../../turn-items.ts";
import { brief } from "../brief.ts";
import { call, type Part } from "../part.ts";
import { type Play, person, play, turn } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { commit } from "./commit.ts";
import { qualityApproved, runTests, writeCode, writeTest } from "./execution.ts";
import { requirements } from "./requirements.ts";
import { paths } from "./words.ts";

/** The orchestrator writes the simplified plan. */
export const writeSmallPlan: Play = turn(
  writeFile(
    paths.plan,
    "# Session expiry: plan",
    "",
    "Purpose: expired tokens are refused with a 401.",
    `1. ${paths.test}: a failing test`,
    `2. ${paths.code}: refuse expired tokens`,
    "Verified by node --test.",
  ),
);

/** Its words at the plan's stop, and the person's. */
export const askSmallPlan: Play = turn(
  say(
    `Stop: batch-approval. ${paths.plan}: a test and the check in ${paths.code}, no open conditions, no gaps. Do you approve the plan, and implementation without further stops?`,
  ),
);
export const approveSmallPlan: Play = person("I approve the plan. Go ahead.");

/** From the request to the plan's approval. */
export const smallPlanned: Play = play(requirements("small"), writeSmallPlan, askSmallPlan, approveSmallPlan);

/** The orchestrator writes the change. */
export const smallChange: Play = play(turn(writeTest), turn(writeCode));

/** What a small change's commit holds. */
export const smallFiles = [paths.plan, paths.code, paths.test] as const;

/** quality-fixer on a small change. */
export function checkSmall(answer: JsonObject = qualityApproved, task = "check_quality"): Part {
  return {
    agent: "quality-fixer",
    task,
    prompt: brief("Run every check on the change.", { files_modified: smallFiles }),
    does: [runTests],
    answer,
  };
}

/** What quality-fixer answers when the change is not finished. */
export const stubDetected: JsonObject = {
  status: "stub_detected",
  stubFindings: [{ file: paths.code, indicator: "A comment in place of code", details: "The clock is not read" }],
};

/** What quality-fixer answers when it cannot run its checks. */
export const blocked: JsonObject = {
  status: "blocked",
  reason: "missing_prerequisites",
  missingPrerequisites: [
    {
      description: "The test database is not there",
      resolutionSteps: ["Start it with npm run db", "Run npm test again"],
    },
  ],
};

/** The change's commit. */
export const commitSmall: Play = commit("Reject expired session tokens", ...smallFiles);

/** The report of a small change. */
export const reportSmall: Play = turn(
  say(
    [
      "Completion report. Expired session tokens are refused with a 401.",
      `"an expired token is refused" in ${paths.test} passes (node --test).`,
      'Commit: "Reject expired session tokens". Checks: node --test; quality-fixer approved.',
      "No conditions, no gaps.",
    ].join("\n"),
  ),
);

/** The whole small flow. */
export const smallFlow: Play = play(smallPlanned, smallChange, call(checkSmall()), commitSmall, reportSmall);
