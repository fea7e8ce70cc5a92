import { execFile } from "node:child_process";
import { join } from "node:path";
import { findOnPath } from "../codex/find-on-path.ts";
import { withShellPath } from "../codex/shell-path.ts";
import { quietGit } from "../core/quiet-git.ts";
import { layout } from "../install/layout.ts";
import { resolved } from "../install/resolved.ts";
import type { HookStart } from "./facts.ts";
import type { Surroundings } from "./surroundings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const timeoutMs = 5_000;

/**
 * Finds out where the command of a project's hooks leads, by asking git what it asks, where a session is started. Undefined
 * where the command asks no git: of an install for the user, on Windows; and where there is none.
 */
export async function hookStart(
  { cwd, place }: Pick<Surroundings, "cwd" | "place">,
  env: Environment,
  signal: AbortSignal,
): Promise<HookStart | undefined> {
  const shell = withShellPath(env);
  const git = findOnPath("git", shell);
  if (git === undefined || place.scope === "user" || process.platform === "win32") return undefined;
  const answer = await askRoot(git, cwd, shell, signal);
  if ("why" in answer) return { leads: "nowhere", why: answer.why };
  const programIn = (root: string): string => resolved(join(root, layout.hook));
  return programIn(answer.root) === programIn(place.root)
    ? { leads: "here" }
    : { leads: "elsewhere", root: answer.root };
}

/** Nothing that the repository's own configuration names is run; git answers in its own words, in English. */
function askRoot(
  git: string,
  cwd: string,
  env: Environment,
  signal: AbortSignal,
): Promise<{ readonly root: string } | { readonly why: string }> {
  const options = { cwd, env: { ...env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" }, timeout: timeoutMs, signal };
  return new Promise((resolve) => {
    execFile(git, [...quietGit, "rev-parse", "--show-toplevel"], options, (error, root, said) => {
      if (error === null) resolve({ root: root.replace(/\n$/, "") });
      else if (error.killed || signal.aborted) resolve({ why: `no answer within ${timeoutMs / 1000} s` });
      else resolve({ why: firstFault(said, error) });
    });
  });
}

/** `fatal: not a git repository …`, without the first word. */
function firstFault(said: string, error: Error): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((one) => one.startsWith("fatal: ")) ?? lines[0] ?? error.message;
  return line.replace(/^fatal: /, "").trim();
}
