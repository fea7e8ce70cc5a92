import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { batonProgram } from "./install-baton.ts";
import { objectOf, objectsOf, parseJson, textOf } from "./json-value.ts";

/** The Codex of the dev dependencies. */
export const codexProgram = join(
  dirname(createRequire(import.meta.url).resolve("@openai/codex/package.json")),
  "bin",
  "codex.js",
);

/** What `baton doctor --json` said. */
export interface DoctorRun {
  readonly status: number;
  /** Each area with its state: `Hooks: error`. */
  readonly areas: readonly string[];
  /** Each finding as `error codex/hook-modified .codex/hooks.json`. */
  readonly found: readonly string[];
  /** The hint of the first finding; empty when there is none. */
  readonly hint: string;
  /** The lines a hint gives to be added to a file, as they stand there. */
  readonly lines: string;
  readonly output: string;
}

/** Runs the built doctor in a directory; `args` instead of the usual `--codex`. */
export async function runDoctor(
  cwd: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = ["--codex", codexProgram],
): Promise<DoctorRun> {
  const { status, output } = await execute(cwd, env, [batonProgram, "doctor", "--json", ...args]);
  const report = objectOf(parseJson(output));
  const findings = objectsOf(report.findings);
  const hint = textOf(findings[0]?.hint);
  return {
    status,
    areas: objectsOf(report.areas).map(({ area, state }) => `${area}: ${state}`),
    found: findings.map(({ code, severity, where }) => `${severity} ${code} ${textOf(objectOf(where).file)}`),
    hint,
    lines: hint.split("\n").slice(1).join("\n"),
    output,
  };
}

function execute(
  cwd: string,
  env: NodeJS.ProcessEnv,
  words: readonly string[],
): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd, env }, (error, output, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === "number" && output !== "") resolve({ status, output });
      else reject(new Error(`the doctor ended with ${String(status)}: ${stderr}`));
    });
  });
}
