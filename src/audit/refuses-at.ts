import { fieldOf } from "../response/route-answer.ts";
import { type Case, lastAnswerOf } from "./case.ts";
import { clearlyRefuses } from "./clearly-refuses.ts";
import type { Course } from "./follow/follow.ts";

/** Whether what a person writes where a flow stands is a clear refusal of what it asks them there; before it begins, it asks nothing. */
export function refusesAt({ flow, contract }: Course, state: Case, text: string): boolean {
  if (state.positions.length === 0) return false;
  const waiting = state.positions.flatMap(({ tokens }) => tokens.map((token) => flow.nodes.get(token.node)?.stop));
  const asking = contract.stops.filter(({ id }) => waiting.includes(id)).map(({ after }) => after);
  return clearlyRefuses(
    text,
    asking.some((agent) => carriesQuestions(state, agent)),
  );
}

/** Whether the answer that a stop point puts before the person asks them something else, too. */
function carriesQuestions(state: Case, agent: string): boolean {
  const answer = lastAnswerOf(state, agent)?.answer;
  return ["questions", "scopeDependencies"].some((field) => {
    const asked = fieldOf(answer, field);
    return Array.isArray(asked) && asked.length > 0;
  });
}
