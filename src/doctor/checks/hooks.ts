import type { HooksAnswer, LoadedHook } from "../../codex/hooks-answer.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import { closedList } from "../../core/suggest.ts";
import { isBatonGroup } from "../../install/config/hook-group.ts";
import type { Check } from "../check.ts";
import { fileEvent, protocolEvent } from "../event-name.ts";
import type { DoctorFacts, ExpectedHook } from "../facts.ts";
import { hooksAstray } from "../hooks-astray.ts";
import { answerTo, notLoaded, unanswered } from "../in-force.ts";
import { isTwice } from "../is-twice.ts";
import { isOwnCommand } from "../own-command.ts";
import { restoreCommand } from "../restore-command.ts";
import { runsNotKept } from "../runs-not-kept.ts";
import { scopeWords } from "../scope-words.ts";
import { shownPath } from "../shown-path.ts";
import { tomlString } from "../toml-lines.ts";

/** Whether Codex runs each hook that was installed: loaded, from where it was put, enabled, trusted. */
export const hooksCheck: Check = {
  area: "Hooks",
  skip: (facts) => {
    if (facts.hooks.length === 0) return "none were installed";
    return started(facts).length === 0 ? unproven(facts) : undefined;
  },
  check: (facts) => {
    if (unproven(facts) !== undefined) return started(facts);
    const answer = answerTo(facts, ({ hooks }) => hooks) ?? { hooks: [], warnings: [] };
    return [
      ...started(facts),
      ...letPass(facts),
      ...unwired(facts),
      ...(rejected(answer, facts) ?? off(facts) ?? loaded(answer, facts)),
      ...doubled(answer, facts),
    ];
  },
  sum: ({ hooks }) => `${hooks.map(({ event }) => event).join(", ")}: loaded and trusted`,
};

/** What hooks come to once Codex runs them: it takes no Codex to tell. */
function started({ start, place, node }: DoctorFacts): Diagnostic[] {
  return [...hooksAstray(start, place), ...runsNotKept(node)];
}

function unproven(facts: DoctorFacts): string | undefined {
  return notLoaded(facts) ?? unanswered(facts, ({ hooks }) => hooks);
}

function letPass({ switchedOff, place }: DoctorFacts): Diagnostic[] {
  if (switchedOff === undefined) return [];
  const where = { file: place.hooksFile.file };
  if (switchedOff.by === "environment") {
    const message = "BATON_HOOKS=off is set: the hooks let everything pass";
    return [diagnose("codex/hooks-let-pass", { message, hint: "unset BATON_HOOKS", where })];
  }
  const { who, at } = switchedOff;
  const by = [
    ...(who === null ? [] : [`by ${who}`]),
    ...(at === null ? [] : [`on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`]),
  ];
  const message = `the hooks were switched off ${by.join(" ")}: they let everything pass`;
  return [diagnose("codex/hooks-switched-off", { message, hint: "baton hook on switches them on again", where })];
}

/** An older version wired fewer events. */
function unwired({ unwired: events, place }: DoctorFacts): Diagnostic[] {
  if (events.length === 0) return [];
  const message = `this install wires no hook for ${closedList(events)}: what they hold is not held`;
  const hint = `run baton update${scopeWords(place)}, then baton trust${scopeWords(place)}`;
  return [diagnose("codex/hooks-outdated", { message, hint, where: { file: place.hooksFile.file } })];
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
  const present = found.flatMap(({ wanted, hook }) => (hook === undefined ? [] : [{ wanted, hook }]));
  const distrusted = (trust: LoadedHook["trust"]): Found[] => present.filter(({ hook }) => hook.trust === trust);
  return [
    ...(missing.length === 0 ? [] : [missingFinding(missing, facts)]),
    ...untrustedFinding(distrusted("untrusted"), present.length, facts),
    ...modifiedFinding(distrusted("modified"), facts),
    ...present.filter(({ hook }) => !hook.enabled).map(({ hook }) => disabledFinding(hook, facts)),
  ];
}

interface Found {
  readonly wanted: ExpectedHook;
  readonly hook: LoadedHook;
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

function untrustedFinding(found: readonly Found[], of: number, facts: DoctorFacts): Diagnostic[] {
  if (found.length === 0) return [];
  const which = of === 1 ? "hook" : found.length === of ? `${of} hooks` : `hooks for ${eventsOf(found)}`;
  const message = `nobody has trusted Baton's ${which}: Codex skips ${of === 1 ? "it" : "them"} without a word`;
  return [trustFinding("codex/hook-untrusted", message, "shows what each may do, and asks", found, facts)];
}

function modifiedFinding(found: readonly Found[], facts: DoctorFacts): Diagnostic[] {
  if (found.length === 0) return [];
  const [hooks, they] = found.length === 1 ? ["hook", "it was"] : ["hooks", "they were"];
  const message = `the ${hooks} for ${eventsOf(found)} changed after ${they} trusted, which voids the trust: Codex skips ${found.length === 1 ? "it" : "them"} without a word`;
  return [trustFinding("codex/hook-modified", message, "renews it, if the change is right", found, facts)];
}

/** What the user has made of a command only they can trust. */
function trustFinding(
  code: "codex/hook-untrusted" | "codex/hook-modified",
  message: string,
  does: string,
  found: readonly Found[],
  { place }: DoctorFacts,
): Diagnostic {
  const own = found.filter(({ wanted, hook }) => isOwnCommand(hook.command, [wanted]));
  const byHand = "with /hooks in codex, as its command is not the one that was installed";
  const hints = [
    ...(own.length === 0 ? [] : [`baton trust${scopeWords(place)} ${does}`]),
    ...(own.length === found.length
      ? []
      : [`approve ${eventsOf(found.filter((one) => !own.includes(one)))} ${byHand}`]),
  ];
  return diagnose(code, { message, hint: hints.join("; "), where: { file: place.hooksFile.file } });
}

function eventsOf(found: readonly Found[]): string {
  return closedList(found.map(({ wanted }) => wanted.event));
}

function disabledFinding(hook: LoadedHook, { place }: DoctorFacts): Diagnostic {
  const message = `the hook for "${fileEvent(hook.event)}" is switched off`;
  const hint = `take enabled = false out of ${stateTable(hook)}`;
  return diagnose("codex/hook-disabled", { message, hint, where: { file: place.userConfig.file } });
}

function stateTable({ key }: LoadedHook): string {
  return `[hooks.state.${tomlString(key)}]`;
}

/** One finding for each file whose hooks answer what those of another file have answered before. */
function doubled({ hooks }: HooksAnswer, facts: DoctorFacts): Diagnostic[] {
  const { place, otherInstall } = facts;
  const told = isTwice(facts) ? (otherInstall?.paths ?? []) : [];
  const running = hooks.filter(
    (hook) => callsBaton(hook) && hook.enabled && (hook.trust === "trusted" || hook.trust === "managed"),
  );
  const seconds = running.flatMap((hook, index) => {
    const first = running.slice(0, index).find(({ event }) => event === hook.event);
    const isTold = [hook, first].some((one) => one !== undefined && told.includes(one.sourcePath));
    return first === undefined || isTold ? [] : [{ hook, first }];
  });
  const at = (path: string) => ({ file: shownPath(path, place.viewpoint) });
  return [...new Set(seconds.map(({ hook }) => hook.sourcePath))].map((path) => {
    const here = seconds.filter(({ hook }) => hook.sourcePath === path);
    const message = `Baton answers ${closedList(here.map(({ hook }) => fileEvent(hook.event)))} twice`;
    const hint = "uninstall one of the two: baton uninstall, or baton uninstall --user";
    const others = [...new Set(here.map(({ first }) => first.sourcePath))];
    const related = others.map((other) => ({ where: at(other), note: "the other hook" }));
    return diagnose("codex/hook-doubled", { message, hint, where: at(path), related });
  });
}
