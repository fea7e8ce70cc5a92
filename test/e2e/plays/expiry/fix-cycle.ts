import type { JsonObject } from "../../json-value.ts";
import { brief } from "../brief.ts";
import { call, type NextPart, type Part } from "../part.ts";
import { type Play, play } from "../play.ts";
import { writeFile } from "../write-file.ts";
import { commit } from "./commit.ts";
import { qualityApproved, runTests } from "./execution.ts";
import { reviewSecurity, verifyCode } from "./verification.ts";
import { paths } from "./words.ts";

/** code-verifier's answer when the code drifted from the design. */
export const inconsistent: JsonObject = {
  summary: { status: "inconsistent", consistencyScore: 60 },
  discrepancies: [
    {
      id: "D1",
      status: "drift",
      severity: "major",
      claim: "verify throws an error with status 401",
      documentLocation: `${paths.design}:3`,
      codeLocation: `${paths.code}:2`,
      evidence: "A token without an expiry passes",
    },
  ],
  reverseCoverage: { undocumentedRoutes: [], undocumentedExports: [], undocumentedDataOperations: [] },
};

/** security-reviewer's answer when something has to be fixed. */
export const insecure: JsonObject = {
  status: "needs_revision",
  findings: [
    {
      category: "confirmed_risk",
      confidence: "high",
      location: `${paths.code}:2`,
      description: "A token without an expiry is never refused",
      rationale: "Whoever leaves the expiry out stays signed in",
      suggestion: "Refuse a token that has none",
    },
  ],
  notes: null,
  requiredFixes: [`${paths.code}: refuse a token without an expiry`],
};

/** What a fix changes. */
export const fixedFiles = [paths.code] as const;

/** A final verifier's part in a later round. */
export function round(part: typeof verifyCode, number: number, answer: JsonObject | string): Part {
  return { ...part, task: `${part.task}_${number}`, prompt: `${part.prompt}\nround: ${number}`, answer };
}

/** Both final verifiers with their first answers. */
export function verifiers(code: JsonObject, security: JsonObject): readonly [Part, Part] {
  return [
    { ...verifyCode, answer: code },
    { ...reviewSecurity, answer: security },
  ];
}

/** task-executor on what the failed verifiers found. */
export function fix(number: number, ...findings: readonly JsonObject[]): Part {
  return {
    agent: "task-executor",
    task: `fix_${number}`,
    prompt: brief("Fix what the verifiers found.", { task_file: paths.task, findings }),
    does: [fixCode(number)],
    answer: {
      status: "completed",
      changeSummary: "Refuse tokens without an expiry",
      filesModified: fixedFiles,
      requiresTestReview: false,
    },
  };
}

/** The fix: a token without an expiry is refused as well. */
export function fixCode(number: number): ReturnType<typeof writeFile> {
  return writeFile(
    paths.code,
    `// Fix ${number}: a token without an expiry counts as expired`,
    "export function verify(token, now) {",
    '  if (!(token.expires > now)) throw Object.assign(new Error("expired"), { status: 401 });',
    "  return token.user;",
    "}",
  );
}

/** quality-fixer on a fix. */
export function checkFix(number: number): Part {
  return {
    agent: "quality-fixer",
    task: `check_fix_${number}`,
    prompt: brief(`Run every check on fix ${number}.`, { task_file: paths.task, files_modified: fixedFiles }),
    does: [runTests],
    answer: qualityApproved,
  };
}

/** The executor of the first fix, asked for another. */
export function fixAgain(...findings: readonly JsonObject[]): NextPart {
  const { answer } = fix(2);
  return { task: "fix_1", prompt: brief("Fix what is still wrong.", { findings }), does: [fixCode(2)], answer };
}

/** A fix's commit. */
export const commitFix: Play = commit("Refuse tokens without an expiry", ...fixedFiles);

/** The fix, checked and committed. */
export function fixed(number: number, ...findings: readonly JsonObject[]): Play {
  return play(call(fix(number, ...findings)), call(checkFix(number)), commitFix);
}
