import { findOnPath, isProgram } from "./find-on-path.ts";
import { withShellPath } from "./shell-path.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the Codex to ask: the file that was named, else the one the user's shell finds, else the one of the project that
 * `npm run` or `npx` was called in. Undefined when there is none.
 * @param named an absolute path
 */
export function findCodex(env: Environment, named?: string): string | undefined {
  if (named !== undefined) return isProgram(named) || /\.[cm]?js$/.test(named) ? named : undefined;
  return findOnPath("codex", withShellPath(env)) ?? findOnPath("codex", env);
}
