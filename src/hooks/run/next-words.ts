import { runningAgents } from "../../audit/case.ts";
import { allowedNow } from "../../audit/follow/departure.ts";
import type { FoldedRun } from "./fold-run.ts";

/** What a run waits for, in words; null when it has ended. */
export function nextWords({ course, state }: Pick<FoldedRun, "course" | "state">): string | null {
  if (state.ended) return null;
  const allowed = allowedNow(course.flow, state.positions);
  const running = runningAgents(state).filter((agent) => !agent.inFlow);
  const outside = running.map((agent) => `the answer of ${agent.type}`);
  const words = [...new Set([...allowed, ...outside])];
  return words.length === 0 ? null : words.join(", or ");
}
