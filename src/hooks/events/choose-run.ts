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

/** The run a person's words choose, by its id or by its number; undefined where they choose none, or more than one. */
export function chosenRun(words: string, choice: readonly string[]): string | undefined {
  const named = choice.filter((id) => words.includes(id));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const numbers = [...words.matchAll(/(?<![\w.-])#?(\d{1,3})(?![\w-]|\.\d)/g)].map(([, digits]) => Number(digits));
  return numbers.length === 1 && numbers[0] !== undefined ? choice[numbers[0] - 1] : undefined;
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
