import { existsSync } from "node:fs";
import type { Surroundings } from "../../doctor/surroundings.ts";
import { type TrustEntries, trustEntries } from "../../doctor/trust-entries.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { readHooksDocument } from "../../install/config/hooks-document.ts";
import { removeTomlKey } from "../../install/config/remove-toml-key.ts";
import { readTomlDocument } from "../../install/config/toml-document.ts";
import { readUserConfig, replaceUserConfig } from "../../install/user-config-file.ts";
import { readText } from "../../pack/read-text.ts";

/**
 * Takes the trust entries of Baton's hooks out of the user's config.toml, and those of hooks that are not there any more;
 * needs no Codex. Trust in the project, and in others' hooks, stays.
 * @returns what was found; with `dryRun` nothing is written
 * @throws Failure install/config-unreadable, install/config-fixed, and what reading and writing throw
 */
export async function withdrawTrust(
  { codexHome, place }: Surroundings,
  wanted: HookGroups,
  dryRun: boolean,
): Promise<TrustEntries> {
  const file = readUserConfig(codexHome, place.trustRoot);
  const text = file.text ?? "";
  const { path } = place.hooksFile;
  const hooks = existsSync(path) ? readHooksDocument(readText(path, path), path).value : undefined;
  const entries = trustEntries(readTomlDocument(text, file.path).value, hooks, path, wanted);
  const keys = [...entries.own, ...entries.dead];
  const after = keys.reduce(
    (config, key) => removeTomlKey(config, file.path, ["hooks", "state", key, "trusted_hash"]),
    text,
  );
  if (after !== text && !dryRun) await replaceUserConfig(file, after);
  return entries;
}
