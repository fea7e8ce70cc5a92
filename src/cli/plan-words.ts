import { layout } from "../install/layout.ts";
import type { Place } from "../install/place.ts";
import { type Action, type ActionKind, actionsOf, type Plan } from "../install/plan.ts";
import { shownTarget } from "../install/shown-target.ts";
import { plural } from "../render/report.ts";
import { type Style, visible } from "../render/style.ts";

/** Kinds in the order a person wants them, each with the words for it; those in bulk are counted, the others named. */
const kinds: readonly { kind: ActionKind; words: string; bulk?: true }[] = [
  { kind: "blocked", words: "in the way" },
  { kind: "conflict", words: "conflict" },
  { kind: "create", words: "create", bulk: true },
  { kind: "restore", words: "restore", bulk: true },
  { kind: "replace", words: "update", bulk: true },
  { kind: "merge", words: "merge" },
  { kind: "move", words: "move" },
  { kind: "take", words: "replace" },
  { kind: "edit", words: "edit" },
  { kind: "delete", words: "remove", bulk: true },
  { kind: "keep", words: "keep" },
  { kind: "adopt", words: "already there", bulk: true },
];

/** How many lines name files of one kind before the rest is counted. */
const most = 12;

/** A plan in a few lines: what is done in bulk by its count, what concerns the user by its name; with `verbose`, everything. */
export function planWords(place: Place, plan: Pick<Plan, "actions">, style: Style, verbose: boolean): string {
  const rows = kinds.flatMap(({ kind, words, bulk }) => {
    const actions = actionsOf(plan, kind);
    if (actions.length === 0) return [];
    const counted = bulk && !verbose ? actions.filter(({ target }) => !isSetting(target)) : [];
    const rest = counted.length > 3 ? actions.filter(({ target }) => isSetting(target)) : actions;
    const named = verbose ? rest : rest.slice(0, most);
    const more = rest.length - named.length;
    return [
      ...(counted.length > 3 ? [row(words, groupCounts(counted))] : []),
      ...named.map((action) => row(words, nameAndReason(place, action, style))),
      ...(more > 0 ? [row("", `and ${plural(more, "more file")} (--verbose names them)`)] : []),
    ];
  });
  const current = actionsOf(plan, "current");
  if (verbose) rows.push(...current.map((action) => row("unchanged", nameAndReason(place, action, style))));
  return rows.map((line) => `  ${line}\n`).join("");
}

/** `12 skill files, 9 agents`, by where the files go. */
export function groupCounts(actions: readonly Pick<Action, "target">[]): string {
  const counts = new Map<string, number>();
  for (const { target } of actions) counts.set(groupOf(target), (counts.get(groupOf(target)) ?? 0) + 1);
  return [...counts].map(([group, count]) => plural(count, group)).join(", ");
}

function groupOf(target: string): string {
  if (target.startsWith(".agents/skills/recipe-")) return "recipe file";
  if (target.startsWith(".agents/skills/")) return "skill file";
  return target.startsWith(".codex/agents/") ? "agent" : "Baton file";
}

/** Codex's own files are always named: what is in them is the user's. */
function isSetting(target: string): boolean {
  return target === layout.configToml || target === layout.hooksJson;
}

function row(words: string, rest: string): string {
  return `${words.padEnd(14)}${rest}`;
}

function nameAndReason(place: Place, { target, reason, beside }: Action, style: Style): string {
  const also = beside === undefined ? "" : ` ${style.dim(`(${visible(shownTarget(place, beside))})`)}`;
  return `${visible(shownTarget(place, target))}  ${style.dim(visible(reason))}${also}`;
}
