import { appendFile, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { makeCodexHome } from "../../test/e2e/codex-home.ts";
import { runBaton } from "../../test/e2e/install-baton.ts";
import { startModelServer } from "../../test/e2e/model-server.ts";
import type { Play } from "../../test/e2e/plays/play.ts";
import { sessionProject } from "../../test/e2e/plays/session-expiry.ts";
import { stage } from "../../test/e2e/plays/stage.ts";
import { makeTemporaryRepository } from "../../test/e2e/temporary-repository.ts";
import { converse } from "./converse.ts";

/** How a play is put on. */
export interface Performance {
  readonly model: string;
  readonly play: Play;
  /** Files that lie in the repository, uncommitted, when the person begins. */
  readonly untracked?: Readonly<Record<string, string>>;
  /** Agents that the project has beside Baton's. */
  readonly agents?: readonly string[];
  /** Puts Baton's hooks in force. */
  readonly withHooks?: boolean;
  /** More top-level lines of Codex's `config.toml`. */
  readonly settings?: string;
  /** More tables of Codex's `config.toml`. */
  readonly tables?: string;
}

/** What Codex wrote: the session files by name, and the directories that stand in their text. */
export interface Recording {
  readonly files: ReadonlyMap<string, string>;
  /** Baton's record of when its hooks were switched; empty when they never were. */
  readonly switches: string;
  readonly project: string;
  readonly codexHome: string;
  readonly userHome: string;
}

/** Commits get the same hashes each time. */
const when = "2026-01-05T09:00:00Z";
const dates = { GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };

/** Plays a play with the real Codex in a fresh repository, Baton installed and its hooks not in force. */
export async function perform(performance: Performance): Promise<Recording> {
  const { model: modelName, play, untracked = {}, agents = [], tables, settings, withHooks } = performance;
  Object.assign(process.env, dates);
  const { script, messages } = stage(play);
  const model = await startModelServer(script);
  const repository = await makeTemporaryRepository({ files: sessionProject });
  const home = await makeCodexHome({
    modelServerUrl: model.url,
    model: modelName,
    trusted: [repository.root],
    ...(tables === undefined ? {} : { tables }),
    ...(settings === undefined ? {} : { settings }),
  });
  try {
    await runBaton(repository.root, home.env, "install", "--yes");
    // What install wrote is not of the change: a commit of everything leaves it out.
    await appendFile(join(repository.root, ".git/info/exclude"), ".agents/\n.codex/\n.baton/\n");
    await repository.write(Object.fromEntries(agents.map((name) => [`.codex/agents/${name}.toml`, agentFile(name)])));
    await repository.write(untracked);
    await converse({
      home,
      cwd: repository.root,
      messages,
      args: withHooks ? ["--dangerously-bypass-hook-trust"] : [],
      env: dates,
      baton: (words) => runBaton(repository.root, home.env, ...words),
      check: () => {
        if (model.problems.length > 0) throw new Error(model.problems.join("\n"));
      },
    });
    const files = await readRollouts(join(home.path, "sessions"));
    const switches = await readFile(join(repository.root, ".baton/hooks.jsonl"), "utf8").catch(() => "");
    return { files, switches, project: repository.root, codexHome: home.path, userHome: home.userPath };
  } finally {
    await Promise.all([model.close(), repository.remove(), home.remove()]);
  }
}

function agentFile(name: string): string {
  return `name = "${name}"\ndescription = "Does what its name says."\ndeveloper_instructions = "Do what you are asked."\n`;
}

async function readRollouts(root: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".jsonl")).sort();
  const entries = names.map(async (name) => [basename(name), await readFile(join(root, name), "utf8")] as const);
  return new Map(await Promise.all(entries));
}
