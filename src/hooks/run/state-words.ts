import { runningAgents } from "../../audit/case.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { nextWords } from "./next-words.ts";
import type { Followed } from "./observe-command.ts";

/** How many tokens of what somebody else wrote go before the model again. */
const most = { recipe: 14, goal: 90, done: 45, plan: 26, next: 40, running: 25, condition: 25 } as const;

/** So many open conditions are told in words, of the others only how many there are. */
const conditionsTold = 1;

/**
 * Where a run stands, for a model that has lost its conversation or never had it: the recipe to read again, the goal,
 * what comes next, who is at work, what is still open. Under 400 tokens whatever the run holds.
 * @param measure hashes a file of the checkout: a plan that changed since its approval is said
 */
export function stateWords(followed: Followed, recipe: string, measure: (path: string) => string | null): string {
  const { run, steps } = followed.run;
  const { state } = followed;
  const done = steps.filter((step) => step.status === "completed").map((step) => step.key);
  const open = state.conditions.filter((one) => !one.resolved);
  const running = runningAgents(state).map(nameOf).join(", ");
  const name = cutToTokens(recipe, most.recipe);
  const lines = [
    `Baton: the recipe ${name} governs this session; read .agents/skills/${name}/SKILL.md again before you go on.`,
    `Run ${run.id}, goal: ${cutToTokens(run.goal, most.goal)}`,
    done.length === 0
      ? "Nothing is done yet."
      : `Done, newest first: ${cutToTokens(done.toReversed().join(", "), most.done)}.`,
    ...planLines(followed, measure),
    `Next: ${cutToTokens(nextWords(followed) ?? "nothing, the run has ended", most.next)}.`,
    ...(running === "" ? [] : [`Running: ${cutToTokens(running, most.running)}.`]),
    ...open.slice(0, conditionsTold).map((one) => `Open condition: ${cutToTokens(one.text, most.condition)}`),
    ...(open.length > conditionsTold ? [`… and ${open.length - conditionsTold} more open conditions.`] : []),
  ];
  return lines.join("\n");
}

function planLines({ run: { run }, state }: Followed, measure: (path: string) => string | null): string[] {
  const { plan } = run.state;
  if (plan === null || typeof plan !== "object" || !("path" in plan) || typeof plan.path !== "string") return [];
  const isOther = measure(plan.path) !== plan["sha256"];
  const changed = state.plan?.ticked === true ? state.plan.changed : isOther;
  const path = cutToTokens(plan.path, most.plan);
  return [changed ? `The approved plan ${path} has changed since: put it before the person again.` : `Plan: ${path}`];
}

function nameOf({ type, name }: { readonly type: string; readonly name: string | null }): string {
  return name === null ? type : `${type} (${name})`;
}
