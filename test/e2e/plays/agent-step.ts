import type { JsonObject } from "../json-value.ts";
import type { Actor } from "../model-script.ts";
import { close, mcp, say, shell, spawn, type TurnItem, wait } from "../turn-items.ts";

/** A subagent's part in a play: what the orchestrator asks of it, what it writes, what it answers. */
export interface AgentStep {
  readonly agent: string;
  readonly taskName: string;
  readonly message: string;
  /** A command the agent runs before it answers. */
  readonly does?: string;
  /** One answer, or the answers it gives one after another (each sent back but the last). */
  readonly answers: readonly (JsonObject | string)[];
}

/** What the orchestrator does for a step: spawn, wait, have the answer checked, close. */
export function orchestrate({ agent, taskName, message }: AgentStep): TurnItem[] {
  return [
    spawn({ agent, taskName, message }),
    wait(),
    mcp("baton", "validate_answer", (request) => ({ agent, answer: request.answers.get(taskName) ?? "" })),
    close(taskName),
  ];
}

/** The agent itself. Each of its threads plays from the start. */
export function agentActor({ agent, message, does, answers }: AgentStep): Actor {
  const turns = answers.map((answer) => say(answer));
  return {
    name: agent,
    when: { agent, userIncludes: message },
    turns: does === undefined ? turns : [shell(does), ...turns],
  };
}
