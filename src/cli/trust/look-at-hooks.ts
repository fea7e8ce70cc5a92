import type { Answer } from "../../codex/answer.ts";
import { askHooks } from "../../codex/ask-hooks.ts";
import type { CodexLists } from "../../codex/ask-lists.ts";
import type { ConfigAnswer } from "../../codex/config-answer.ts";
import { Failure } from "../../core/failure.ts";
import { brokenConfig } from "../../doctor/in-force.ts";
import { type SortedHooks, sortHooks } from "../../doctor/own-hooks.ts";
import { projectToTrust } from "../../doctor/project-to-trust.ts";
import type { Surroundings } from "../../doctor/surroundings.ts";
import type { HookGroups } from "../../install/config/hook-group.ts";
import { interruptibly } from "../interruption.ts";
import type { Io } from "../io.ts";
import { showProgress } from "../progress.ts";

/** What Codex says of the hooks in one place. */
export interface HooksLook {
  readonly version: string;
  readonly hooks: SortedHooks;
  readonly config: ConfigAnswer;
  /** The root that must be trusted before Codex reads any hook of the project; undefined when it does read them. */
  readonly untrustedRoot: string | undefined;
  /** Why Codex reads none of the file's hooks at all. */
  readonly rejection: string | undefined;
}

const timeoutMs = 8_000;

/**
 * Asks Codex about Baton's hooks in a place.
 * @param config a text to take for the user's config.toml, to see what it would bring
 * @throws Failure codex/no-answer, codex/config-invalid, cli/interrupted
 */
export async function lookAtHooks(
  io: Io,
  codex: string,
  { cwd, codexHome, place }: Surroundings,
  wanted: HookGroups,
  config?: string,
): Promise<HooksLook> {
  const progress = showProgress(io, `Asking ${codex} …`);
  const question = { command: codex, cwd, env: io.env, codexHome, ...(config === undefined ? {} : { config }) };
  const lists = await interruptibly(async (stop) => {
    const late = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]);
    const asked = await askHooks({ ...question, signal: late }).catch((error: unknown) => noAnswer(error, codex));
    if (stop.aborted) throw new Failure("cli/interrupted", "nothing was changed");
    return asked;
  }).finally(progress.end);
  return looked(lists, place, wanted);
}

function looked(lists: CodexLists, place: Surroundings["place"], wanted: HookGroups): HooksLook {
  const broken = brokenConfig(lists);
  if (broken !== undefined) {
    throw new Failure("codex/config-invalid", `Codex cannot read its configuration: ${broken.trim()}`, {
      where: { file: place.userConfig.file },
      hint: "baton doctor shows the place; correct it, until then codex does not start",
    });
  }
  const [config, answer] = [given(lists.config), given(lists.hooks)];
  const disabled =
    place.scope === "user" ? undefined : config.disabled.find(({ folder }) => folder === place.codexFolder);
  return {
    version: lists.version,
    hooks: sortHooks(answer.hooks, wanted, place.hooksFile.path),
    config,
    untrustedRoot: disabled && projectToTrust(disabled.reason, place),
    rejection: answer.warnings.find((one) => one.startsWith("failed to parse") && one.includes(place.hooksFile.path)),
  };
}

function given<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Failure("codex/no-answer", `Codex did not say: ${answer.why}`, { hint: "baton doctor says more" });
}

function noAnswer(error: unknown, codex: string): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new Failure("codex/no-answer", `${codex} did not answer: ${why}`, { hint: "baton doctor says more" });
}
