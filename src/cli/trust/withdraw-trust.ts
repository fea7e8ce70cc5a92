import { existsSync } from "node:fs";
import type { Surroundings } from "../../doctor/surroundings.ts";
import { type TrustEntries, trustEntries } from "../../doctor/trust-entries.ts";
import { valueAt } from "../../doctor/value-at.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { readHooksDocument } from "../../install/config/hooks-document.ts";
import { removeTomlKey } from "../../install/config/remove-toml-key.ts";
import { readTomlDocument } from "../../install/config/toml-document.ts";
import { readUserConfig, replaceUserConfig, type UserConfigFile } from "../../install/user-config-file.ts";
import { readText } from "../../pack/read-text.ts";

/** What withdrawing would do. */
export interface Withdrawal {
  readonly file: UserConfigFile;
  readonly entries: TrustEntries;
  readonly after: string;
  /** The project that the same file trusts, which stays so. */
  readonly project: string | undefined;
}

/**
 * Plans to take the trust entries of Baton's hooks out of the user's config.toml, and those of hooks that are not there
 * any more; needs no Codex. Trust in the project, and in others' hooks, stays.
 * @throws Failure install/config-unreadable, install/config-fixed, and what reading throws
 */
export function planWithdrawal({ codexHome, place }: Surroundings, wanted: HookGroups): Withdrawal {
  const file = readUserConfig(codexHome, place.trustRoot);
  const text = file.text ?? "";
  const { path } = place.hooksFile;
  const hooks = existsSync(path) ? readHooksDocument(readText(path, path), path).value : undefined;
  const config = readTomlDocument(text, file.path).value;
  const entries = trustEntries(config, hooks, path, wanted);
  const after = [...entries.own, ...entries.dead].reduce(
    (lines, key) => removeTomlKey(lines, file.path, ["hooks", "state", key, "trusted_hash"]),
    text,
  );
  const level = valueAt(config, "projects", place.trustRoot, "trust_level");
  const trusted = place.scope === "project" && level === "trusted";
  return { file, entries, after, project: trusted ? place.trustRoot : undefined };
}

/**
 * Takes the entries out, and gives what was found.
 * @param dryRun to write nothing
 * @throws Failure as `planWithdrawal`, and what writing throws
 */
export async function withdrawTrust(around: Surroundings, wanted: HookGroups, dryRun: boolean): Promise<Withdrawal> {
  const withdrawal = planWithdrawal(around, wanted);
  const { file, after } = withdrawal;
  if (after !== (file.text ?? "") && !dryRun) await replaceUserConfig(file, after);
  return withdrawal;
}
