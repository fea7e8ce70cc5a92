import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DoctorRun, runDoctor } from "./doctor-run.ts";
import { runBaton } from "./install-baton.ts";
import { trustHooks } from "./trust-hooks.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

/** A repository with Baton in it, and a Codex that trusts the repository and the hook. */
export interface DoctorBench {
  readonly bench: Workbench;
  readonly root: string;
  /** The user's config.toml. */
  readonly config: string;
  readonly doctor: (cwd?: string) => Promise<DoctorRun>;
}

/** Sets it up as a person would have it after `baton install` and `baton trust`. */
export async function setUpDoctor(): Promise<DoctorBench> {
  const bench = await setUpWorkbench({ script: [] });
  const { root } = bench.repository;
  const config = join(bench.home.path, "config.toml");
  await runBaton(root, bench.home.env, "install", "--yes");
  const doctor = (cwd = root): Promise<DoctorRun> => runDoctor(cwd, bench.home.env);
  await trustHooks(bench);
  return { bench, root, config, doctor };
}

/** Writes a file and the directories it needs. */
export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
