import type { Severity } from "../core/diagnostic.ts";
import type { Skill } from "./pack.ts";

/** A field that another client reads, and what to do about it. */
export interface ForeignField {
  readonly severity: Severity;
  readonly hint: string;
  /** Whether this value would change anything where the field counts. */
  readonly matters?: (value: unknown, skill: Skill) => boolean;
}

const advice = (hint: string): ForeignField => ({ severity: "info", hint });
/** Fields that other clients read and Codex 0.169 does not. */
export const foreignFields: Readonly<Record<string, ForeignField>> = {
  "disable-model-invocation": {
    severity: "warning",
    hint: "set policy.allow_implicit_invocation: false in agents/openai.yaml",
    matters: (value, skill) => value === true && skill.metadata?.implicit !== false,
  },
  "user-invocable": {
    ...advice("Codex always lets a person invoke a skill; remove it"),
    matters: (value) => value === false,
  },
  "argument-hint": advice("say in the body what the user's message should name; interface.default_prompt can show it"),
  model: advice("set the model in a custom agent (.codex/agents/*.toml), or remove it"),
  effort: advice("set model_reasoning_effort in a custom agent, or remove it"),
  context: advice("order a subagent in the body"),
  agent: advice("name the agent to spawn in the body"),
  hooks: advice("configure hooks in .codex/hooks.json"),
};
