import { type Case, runningAgents } from "../audit/case.ts";
import { failedTurn } from "../trace/failed-turn.ts";
import { fileOfSubagent } from "../trace/session-files.ts";
import type { Answer } from "../trace/trace-event.ts";
import { type Hook, rootBase } from "./hook.ts";

/**
 * The subagents at work whose turn has failed or was cut off since they were last asked something: no hook is told of that,
 * and in the second generation no tool answers it, but their own session files say so.
 */
export function lostAgents(hook: Hook, state: Case): Answer[] {
  const { agentId, transcript } = hook.payload;
  if (agentId !== null || transcript === null) return [];
  return runningAgents(state).flatMap(({ thread, type, askedAt }): Answer[] => {
    const file = fileOfSubagent(transcript, thread);
    const turn = file === undefined ? undefined : failedTurn(file);
    if (turn === undefined || turn.at < askedAt) return [];
    return [{ kind: "answer", ...rootBase(hook), thread, agent: type, text: "", failed: turn.failed }];
  });
}
