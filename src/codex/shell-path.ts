import { delimiter } from "node:path";
import { pathOf } from "./find-on-path.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment as the user's own shell has it: without the directories that `npm run` and `npx` put in front of
 * `PATH`, where another `node` or `codex` may lie than the one a session finds.
 */
export function withShellPath(env: Environment): Environment {
  if (env["npm_config_user_agent"] === undefined && env["npm_execpath"] === undefined) return env;
  const directories = pathOf(env).split(delimiter);
  const own = directories.findIndex(
    (directory) => !/[\\/](node_modules[\\/]\.bin|node-gyp-bin)[\\/]?$/.test(directory),
  );
  const { Path: _, ...rest } = env;
  return { ...rest, PATH: directories.slice(Math.max(own, 0)).join(delimiter) };
}
