import { realpathSync } from "node:fs";
import { findOnPath } from "../codex/find-on-path.ts";
import { runBriefly } from "../codex/run-briefly.ts";
import { withShellPath } from "../codex/shell-path.ts";
import type { NodeFacts } from "./facts.ts";

/** Finds the `node` that a hook's shell starts, and asks it for its version. */
export async function nodeFacts(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<NodeFacts> {
  const shell = withShellPath(env);
  const path = findOnPath("node", shell);
  if (path === undefined) return { path, version: undefined };
  if (realpathSync(path) === realpathSync(process.execPath)) return { path, version: process.versions.node };
  const said = await runBriefly(path, ["--version"], { cwd, env: shell, signal });
  return { path, version: /^v(\d+\.\d+\.\d+)/.exec(said ?? "")?.[1] };
}
