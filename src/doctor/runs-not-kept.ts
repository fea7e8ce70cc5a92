import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { compareVersions } from "../install/compare-versions.ts";
import type { NodeFacts } from "./facts.ts";

/** The first Node that hooks keep a run with: it has SQLite built in. 23 had it from 23.4 on. */
const needed = { of22: "22.13.0", of23: "23.4.0" };

/** That hooks started by this Node keep no run, and what they hold without one; nothing where they do. */
export function runsNotKept({ path = "node", version }: NodeFacts): Diagnostic[] {
  if (version === undefined || keepsRuns(version)) return [];
  const message = `Node ${version} checks answers and writes only: no run is kept, so stop points, order and commits are not held`;
  const hint = "install Node 22.13 or newer and put it first on PATH, in the shell Codex is started from";
  return [diagnose("codex/runs-not-kept", { message, hint, where: { file: path } })];
}

function keepsRuns(version: string): boolean {
  return compareVersions(version, version.startsWith("23.") ? needed.of23 : needed.of22) >= 0;
}
