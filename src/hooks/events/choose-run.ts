import type { RunState } from "../../run/run-state.ts";
import type { Hook } from "../hook.ts";

/** The open runs of a recipe, the one changed last first. */
export async function openRunsOf(hook: Hook, recipe: string): Promise<readonly RunState[]> {
  const { store } = hook.runs().context;
  const runs = await store.list({ kind: recipe, includeEnded: false, limit: 100 });
  return runs
    .filter(({ run }) => run.definition?.name === recipe && run.approvals === "enforced")
    .toSorted((one, other) => (one.run.updatedAt < other.run.updatedAt ? 1 : -1));
}

/** Puts several open runs before the model, to be asked about. */
export function choiceWords(recipe: string, runs: readonly RunState[], now: string): string {
  const lines = runs.slice(0, mostTold).map(({ run }, at) => {
    const plan = planOf(run.state);
    const facts = [
      ...(plan === undefined ? [] : [`plan ${plan}`]),
      ...(run.nextAction === null ? [] : [`next: ${run.nextAction.slice(0, 120)}`]),
      `changed ${age(run.updatedAt, now)} ago`,
    ];
    return `${at + 1}. ${run.id} "${run.goal.replaceAll(/\s+/g, " ").slice(0, 120)}" (${facts.join("; ")})`;
  });
  const more = runs.length > mostTold ? [`… and ${runs.length - mostTold} older ones`] : [];
  return [
    `Baton: ${runs.length} runs of ${recipe} are open. Ask the person which one goes on, by its number or id, and end your turn; spawn nothing before they have answered.`,
    ...lines,
    ...more,
    `For new work they write $${recipe} and their request.`,
  ].join("\n");
}

const mostTold = 9;

/** A run that a person may choose; null for the goal of one that is open no more. */
export interface Choosable {
  readonly id: string;
  readonly goal: string | null;
}

/**
 * The run a person's words choose, by its id, its number in any of the usual words for it, or by its goal; undefined where
 * they choose none, or more than one.
 * @param choice in the order in which they were told
 */
export function chosenRun(words: string, choice: readonly Choosable[]): string | undefined {
  const named = choice.filter(({ id }) => words.includes(id));
  if (named.length > 0) return only(named)?.id;
  const plain = plainWords(words);
  const same = choice.filter(({ goal }) => goal !== null && plainWords(goal) === plain);
  if (same.length > 0) return only(same)?.id;
  const numbers = /^(what|which|who|why|how|where|when|is|are|does|do)\b/.test(plain) ? [] : [...numbersIn(words)];
  if (numbers.length > 0) return numbers.length === 1 ? choice[(numbers[0] ?? 0) - 1]?.id : undefined;
  const alike = choice.filter(({ goal }) => goal !== null && isPartOf(plain, plainWords(goal)));
  return only(alike)?.id;
}

function numbersIn(words: string): ReadonlySet<number> {
  const digits = [...words.matchAll(/(?<![\w.-])#?(\d{1,3})(?:st|nd|rd|th|\.(?=\s|$))?(?![\w-]|\.\d)/gi)];
  const said = words.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const spoken = said.flatMap((word) => ordinals.findIndex((one) => one.test(word)) + 1 || []);
  return new Set([...digits.map(([, number]) => Number(number)), ...spoken]);
}

const ordinals = [
  /^(first|erste[nrs]?)$/,
  /^(second|zweite[nrs]?)$/,
  /^(third|dritte[nrs]?)$/,
  /^(fourth|vierte[nrs]?)$/,
  /^(fifth|fünfte[nrs]?)$/,
  /^(sixth|sechste[nrs]?)$/,
  /^(seventh|siebte[nrs]?)$/,
  /^(eighth|achte[nrs]?)$/,
  /^(ninth|neunte[nrs]?)$/,
];

/** Whether words are a part of a goal that tells it from others, or the goal a part of them. */
function isPartOf(words: string, goal: string): boolean {
  return (
    (words.length >= shortestPart && goal.includes(words)) || (goal.length >= shortestPart && words.includes(goal))
  );
}

const shortestPart = 4;

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function planOf(state: RunState["run"]["state"]): string | undefined {
  const { plan } = state;
  const path = plan !== null && typeof plan === "object" && "path" in plan ? plan.path : undefined;
  return typeof path === "string" ? path : undefined;
}

function age(then: string, now: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(then)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}
