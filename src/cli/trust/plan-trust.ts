import { Failure } from "../../core/failure.ts";
import type { OwnHook } from "../../doctor/own-hooks.ts";
import { scopeWords } from "../../doctor/scope-words.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { setTomlKey } from "../../install/config/set-toml-key.ts";
import { readUserConfig, type UserConfigFile } from "../../install/user-config-file.ts";
import type { Io } from "../io.ts";
import { type HooksLook, lookAtHooks } from "./look-at-hooks.ts";
import { standingOf } from "./trust-words.ts";

/** What trusting would write, and what Codex says before it. */
export interface TrustPlan {
  readonly file: UserConfigFile;
  readonly before: HooksLook;
  /** The hooks that lack an entry, or whose entry no longer fits. */
  readonly pending: readonly OwnHook[];
  /** The project that is trusted along with them. */
  readonly project: string | undefined;
  readonly after: string;
}

/**
 * Plans trust in Baton's hooks: nothing is written.
 * @param trustProject whether a project that Codex does not trust, which it is asked about, is to be trusted
 * @throws Failure codex/project-untrusted, codex/hook-missing, codex/hooks-rejected, and what reading and asking throw
 */
export async function planTrust(
  io: Io,
  codex: string,
  around: Surroundings,
  wanted: HookGroups,
  trustProject: (root: string) => Promise<boolean>,
): Promise<TrustPlan> {
  const file = readUserConfig(around.codexHome, around.place.trustRoot);
  const text = file.text ?? "";
  const seen = await lookAtHooks(io, codex, around, wanted);
  const project = seen.untrustedRoot;
  if (project !== undefined && !(await trustProject(project))) throw projectFirst(project, around);
  const trusting =
    project === undefined ? text : setTomlKey(text, file.path, ["projects", project, "trust_level"], "trusted");
  const before = project === undefined ? seen : await lookAtHooks(io, codex, around, wanted, trusting);
  refuseUnloaded(before, around);
  const pending = before.hooks.own.filter(({ hook }) => ["untrusted", "voided"].includes(standingOf(hook)));
  const after = pending.reduce(
    (config, { hook }) => setTomlKey(config, file.path, ["hooks", "state", hook.key, "trusted_hash"], hook.hash),
    trusting,
  );
  return { file, before, pending, project, after };
}

function projectFirst(project: string, { place }: Surroundings): Failure {
  return new Failure("codex/project-untrusted", `Codex does not trust ${project}, and reads no hook of it before`, {
    where: { file: place.userConfig.file },
    hint: "baton trust --project trusts both; or start codex there and say yes, or codex exec --trust, then baton trust",
  });
}

function refuseUnloaded({ hooks, rejection, untrustedRoot }: HooksLook, around: Surroundings): void {
  const { hooksFile, mainCheckout } = around.place;
  const where = { file: hooksFile.file };
  if (untrustedRoot !== undefined) throw projectFirst(untrustedRoot, around);
  if (rejection !== undefined) {
    throw new Failure("codex/hooks-rejected", `Codex rejects the file: ${rejection}`, {
      where,
      hint: "correct it: until then no hook of this file runs",
    });
  }
  if (hooks.own.length > 0) return;
  const place = mainCheckout === undefined ? "" : ` in the main checkout, ${mainCheckout}, where Codex reads hooks`;
  throw new Failure("codex/hook-missing", "Codex has no hook of Baton's to trust", {
    where,
    hint: `run baton install${scopeWords(around.place)}${place}`,
  });
}
