import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse, resolve } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** The nearest directory at or above `start` that holds `.git` (a directory, or a file in a worktree); undefined outside a repository. */
export function findRepository(start: string): string | undefined {
  return findUp(start, (directory) => existsSync(join(directory, ".git")));
}

/** The directory of Baton's own files that holds for `start`: the project's `.baton`, else the user's; undefined when neither is installed. */
export function findBatonHome(start: string, env: Environment): string | undefined {
  const project = findUp(start, (directory) => holdsRules(join(directory, ".baton")));
  if (project !== undefined) return join(project, ".baton");
  const user = join(codexHome(env), "baton");
  return holdsRules(user) ? user : undefined;
}

/** A project may add schemas alone. */
function holdsRules(home: string): boolean {
  return existsSync(join(home, "contract.yaml")) || existsSync(join(home, "schemas"));
}

/** Codex's own directory: `CODEX_HOME`, else `~/.codex`. */
export function codexHome(env: Environment): string {
  return env["CODEX_HOME"] || join(userHome(env), ".codex");
}

/** The user's home directory as the environment gives it. */
export function userHome(env: Environment): string {
  return env["HOME"] || env["USERPROFILE"] || homedir();
}

function findUp(start: string, holds: (directory: string) => boolean): string | undefined {
  const from = resolve(start);
  const { root } = parse(from);
  for (let directory = from; ; directory = dirname(directory)) {
    if (holds(directory)) return directory;
    if (directory === root) return undefined;
  }
}
