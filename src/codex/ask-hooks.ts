import { startAppServer } from "./app-server.ts";
import { askLists, type CodexLists } from "./ask-lists.ts";
import { mirrorHome } from "./home-mirror.ts";
import { isolatedArguments, isolatedEnvironment } from "./isolation.ts";

export interface HooksQuestion {
  /** The program to ask. */
  readonly command: string;
  /** The directory a session would be started in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's `CODEX_HOME`; it is read and never written. */
  readonly codexHome: string;
  /** A text to take for the user's config.toml: what would be in force with it. */
  readonly config?: string;
  /** Ends everything at once. */
  readonly signal: AbortSignal;
}

/**
 * Asks a Codex which hooks it has and whether it trusts them and the project, in a third of a second and without a
 * session: nothing is run, and nothing but a temporary directory is written.
 * @throws Error when Codex does not start as an app-server
 */
export async function askHooks(question: HooksQuestion): Promise<CodexLists> {
  const { command, cwd, env, codexHome, config, signal } = question;
  const mirror = mirrorHome(codexHome, config);
  try {
    const server = await startAppServer({
      command,
      args: isolatedArguments(mirror.path),
      cwd,
      env: isolatedEnvironment(env, mirror.path),
      signal,
      translate: mirror.toReal,
    });
    try {
      return await askLists(server, cwd);
    } finally {
      await server.close();
    }
  } finally {
    mirror.remove();
  }
}
