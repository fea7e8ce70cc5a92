import { runningAgents } from "../../audit/case.ts";
import { nextWords } from "./next-words.ts";
import type { Followed } from "./observe-command.ts";

/** So much of what somebody else wrote goes before the model again, in UTF-16 units. */
const most = { goal: 300, next: 300, condition: 120, conditions: 3, running: 6 } as const;

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
  const running = runningAgents(state);
  const lines = [
    `Baton: the recipe ${recipe} governs this session; read .agents/skills/${recipe}/SKILL.md again before you go on.`,
    `Run ${run.id}, goal: ${short(run.goal, most.goal)}`,
    done.length === 0 ? "Nothing is done yet." : `Done, last ones last: ${done.slice(-6).join(", ")}.`,
    ...planLines(followed, measure),
    `Next: ${short(nextWords(followed) ?? "nothing, the run has ended", most.next)}.`,
    ...(running.length === 0 ? [] : [`Running: ${running.slice(0, most.running).map(nameOf).join(", ")}.`]),
    ...open.slice(0, most.conditions).map((one) => `Open condition: ${short(one.text, most.condition)}`),
    ...(open.length > most.conditions ? [`… and ${open.length - most.conditions} more conditions.`] : []),
  ];
  return lines.join("\n");
}

function planLines({ run: { run } }: Followed, measure: (path: string) => string | null): string[] {
  const { plan } = run.state;
  if (plan === null || typeof plan !== "object" || !("path" in plan) || typeof plan.path !== "string") return [];
  const changed = measure(plan.path) !== plan["sha256"];
  const path = short(plan.path, 120);
  return [changed ? `The approved plan ${path} has changed since: put it before the person again.` : `Plan: ${path}`];
}

function nameOf({ type, name }: { readonly type: string; readonly name: string | null }): string {
  return name === null ? type : `${type} (${name.slice(0, 40)})`;
}

function short(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
