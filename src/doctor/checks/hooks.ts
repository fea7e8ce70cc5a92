import type { HooksAnswer, LoadedHook } from "../../codex/hooks-answer.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import { closedList } from "../../core/suggest.ts";
import { isBatonGroup } from "../../install/config/hook-group.ts";
import type { Check } from "../check.ts";
import { fileEvent, protocolEvent } from "../event-name.ts";
import type { DoctorFacts, ExpectedHook } from "../facts.ts";
import { answerTo, notLoaded, unanswered } from "../in-force.ts";
import { restoreCommand } from "../restore-command.ts";
import { shownPath } from "../shown-path.ts";
import { tomlLines, tomlString } from "../toml-lines.ts";

/** Whether Codex runs each hook that was installed: loaded, from where it was put, enabled, trusted. */
export const hooksCheck: Check = {
  area: "Hooks",
  skip: (facts) => {
    if (facts.hooks.length === 0) return "none were installed";
    return notLoaded(facts) ?? unanswered(facts, ({ hooks }) => hooks);
  },
  check: (facts) => {
    const answer = answerTo(facts, ({ hooks }) => hooks) ?? { hooks: [], warnings: [] };
    return [
      ...letPass(facts),
      ...(rejected(answer, facts) ?? off(facts) ?? loaded(answer, facts)),
      ...doubled(answer, facts),
    ];
  },
  sum: ({ hooks }) => `${closedList(hooks.map(({ event }) => event))}: loaded and trusted`,
};

function letPass({ hooksSwitchedOff, place }: DoctorFacts): Diagnostic[] {
  if (!hooksSwitchedOff) return [];
  const message = "BATON_HOOKS=off is set: the hooks let everything pass";
  return [
    diagnose("codex/hooks-let-pass", { message, hint: "unset BATON_HOOKS", where: { file: place.hooksFile.file } }),
  ];
}

function rejected({ warnings }: HooksAnswer, { place }: DoctorFacts): Diagnostic[] | undefined {
  const warning = warnings.find((one) => one.includes(place.hooksFile.path) && one.startsWith("failed to parse"));
  if (warning === undefined) return undefined;
  const [, reason = warning, line, column] = /hooks\.json: (.*?)(?: at line (\d+) column (\d+))?$/s.exec(warning) ?? [];
  const span = line === undefined ? {} : { span: { line: Number(line), column: Math.max(1, Number(column)) } };
  const hint = "correct it: until then no hook of this file runs";
  return [
    diagnose("codex/hooks-rejected", {
      message: `Codex rejects the file: ${reason}`,
      hint,
      where: { file: place.hooksFile.file, ...span },
    }),
  ];
}

function off(facts: DoctorFacts): Diagnostic[] | undefined {
  if (answerTo(facts, ({ config }) => config)?.hooksOff !== true) return undefined;
  const message = "features.hooks is false: Codex runs no hook at all";
  const hint = "take hooks = false out of [features]";
  return [diagnose("codex/hooks-off", { message, hint, where: { file: facts.place.userConfig.file } })];
}

function loaded({ hooks }: HooksAnswer, facts: DoctorFacts): Diagnostic[] {
  const found = facts.hooks.map((wanted) => ({ wanted, hook: find(hooks, wanted, facts.place.hooksFile.path) }));
  const missing = found.filter(({ hook }) => hook === undefined).map(({ wanted }) => wanted);
  const present = found.flatMap(({ hook }) => hook ?? []);
  const untrusted = present.filter(({ trust }) => trust === "untrusted");
  return [
    ...(missing.length === 0 ? [] : [missingFinding(missing, facts)]),
    ...(untrusted.length === 0 ? [] : [untrustedFinding(untrusted, facts)]),
    ...present.filter(({ trust }) => trust === "modified").map((hook) => modifiedFinding(hook, facts)),
    ...present.filter(({ enabled }) => !enabled).map((hook) => disabledFinding(hook, facts)),
  ];
}

/** The hook that was installed, or what somebody has made of it: it counts as long as it still calls Baton. */
function find(hooks: readonly LoadedHook[], wanted: ExpectedHook, file: string): LoadedHook | undefined {
  const commands = [wanted.command, wanted.commandWindows];
  const candidates = hooks.filter(
    ({ event, sourcePath }) => event === protocolEvent(wanted.event) && sourcePath === file,
  );
  return candidates.find(({ command }) => commands.includes(command)) ?? candidates.find(callsBaton);
}

function callsBaton({ command }: LoadedHook): boolean {
  return isBatonGroup({ hooks: [{ command }] });
}

function missingFinding(missing: readonly ExpectedHook[], facts: DoctorFacts): Diagnostic {
  const { mainCheckout, hooksFile } = facts.place;
  const names = closedList(missing.map(({ event }) => event));
  const message = `Codex has no hook of Baton's for ${names}`;
  const hint =
    mainCheckout === undefined
      ? `${restoreCommand(facts)} puts it back`
      : `this is a linked work tree, and Codex reads hooks from the main checkout: run baton install in ${mainCheckout}`;
  return diagnose("codex/hook-missing", { message, hint, where: { file: hooksFile.file } });
}

function untrustedFinding(hooks: readonly LoadedHook[], { place }: DoctorFacts): Diagnostic {
  const message = `nobody has trusted Baton's ${hooks.length === 1 ? "hook" : `${hooks.length} hooks`}: Codex skips ${hooks.length === 1 ? "it" : "them"} without a word`;
  const lines = hooks.flatMap((hook) => [stateTable(hook), hashLine(hook)]);
  const hint = `start codex and approve with /hooks, or add to ${place.userConfig.file}:${tomlLines(...lines)}`;
  return diagnose("codex/hook-untrusted", { message, hint, where: { file: place.hooksFile.file } });
}

function modifiedFinding(hook: LoadedHook, { place }: DoctorFacts): Diagnostic {
  const message = `the hook for "${fileEvent(hook.event)}" was changed after it was trusted: Codex skips it without a word`;
  const lines = tomlLines(stateTable(hook), hashLine(hook));
  const hint = `if the change is right, approve it with /hooks, or make it so in ${place.userConfig.file}:${lines}`;
  return diagnose("codex/hook-modified", { message, hint, where: { file: place.hooksFile.file } });
}

function disabledFinding(hook: LoadedHook, { place }: DoctorFacts): Diagnostic {
  const message = `the hook for "${fileEvent(hook.event)}" is switched off`;
  const hint = `take enabled = false out of ${stateTable(hook)}`;
  return diagnose("codex/hook-disabled", { message, hint, where: { file: place.userConfig.file } });
}

function stateTable({ key }: LoadedHook): string {
  return `[hooks.state.${tomlString(key)}]`;
}

function hashLine({ hash }: LoadedHook): string {
  return `trusted_hash = ${tomlString(hash)}`;
}

function doubled({ hooks }: HooksAnswer, { place }: DoctorFacts): Diagnostic[] {
  const running = hooks.filter(
    (hook) => callsBaton(hook) && hook.enabled && (hook.trust === "trusted" || hook.trust === "managed"),
  );
  return running.flatMap((hook, index) => {
    const first = running.slice(0, index).find(({ event }) => event === hook.event);
    if (first === undefined) return [];
    const message = `Baton answers "${fileEvent(hook.event)}" twice`;
    const hint = "uninstall one of the two: baton uninstall, or baton uninstall --user";
    const at = (path: string) => ({ file: shownPath(path, place.viewpoint) });
    const related = [{ where: at(first.sourcePath), note: "the other hook" }];
    return [diagnose("codex/hook-doubled", { message, hint, where: at(hook.sourcePath), related })];
  });
}
