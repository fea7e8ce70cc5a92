import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { answered } from "../../src/codex/answer.ts";
import { askHooks } from "../../src/codex/ask-hooks.ts";
import { codexProgram } from "./doctor-run.ts";
import type { Workbench } from "./workbench.ts";

/** Makes a workbench's Codex trust every hook it has, as it stands now: what `baton trust` does, without its checks. */
export async function trustHooks({ repository, home }: Workbench): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  const place = { cwd: repository.root, env: home.env, codexHome: home.path };
  const { hooks } = await askHooks({ command: codexProgram, ...place, signal });
  const entries = (answered(hooks)?.hooks ?? []).map(
    ({ key, hash }) => `[hooks.state.${JSON.stringify(key)}]\ntrusted_hash = "${hash}"\n`,
  );
  await appendFile(join(home.path, "config.toml"), entries.join(""));
}
