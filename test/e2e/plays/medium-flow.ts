import type { Actor, ModelScript } from "../model-script.ts";
import { say, shell, type TurnItem } from "../turn-items.ts";
import { type AgentStep, agentActor, orchestrate } from "./agent-step.ts";
import { decomposition, design, finalChecks, implementation, planning, requirements } from "./session-expiry.ts";

/** The messages of the person who uses the recipe, one for each turn: the request, then a word at each stop point. */
export const mediumMessages = [
  "$recipe-implement Reject expired session tokens with a 401.",
  "Yes, that is what I want.",
  "I approve the design.",
  "I approve the plan. Implement it.",
] as const;

/** How each turn of the orchestrator ends: at its stop point, or with the report. */
export const mediumEnds = ["requirements", "design-approval", "batch-approval", "Completion report"] as const;

const commit = (subject: string): TurnItem =>
  shell(`git add -A && git commit -qm ${JSON.stringify(subject)} && git log --oneline | head -1`);

/** Every subagent of the flow, in its order. */
export const mediumSteps: readonly AgentStep[] = [
  requirements,
  ...design,
  ...planning,
  decomposition,
  ...implementation,
  ...finalChecks,
];

const orchestratorActor: Actor = {
  name: "orchestrator",
  when: { role: "root" },
  turns: [
    shell("cat .agents/skills/subagents-orchestration-guide/SKILL.md"),
    ...orchestrate(requirements),
    say("Stop: requirements. Medium, backend, three files. Is this what you want, at this scale?"),
    shell("cat .agents/skills/subagents-orchestration-guide/references/handoffs.md"),
    ...design.flatMap(orchestrate),
    say("Stop: design-approval. docs/design/session-expiry-design.md, approved. Do you approve the design?"),
    ...planning.flatMap(orchestrate),
    say(
      "Stop: batch-approval. docs/plans/session-expiry-plan.md, one task. Do you approve the plan, and implementation without further stops?",
    ),
    shell("cat .agents/skills/subagents-orchestration-guide/references/execution.md"),
    ...orchestrate(decomposition),
    commit("Plan the rejection of expired session tokens"),
    ...implementation.flatMap(orchestrate),
    commit("Reject expired session tokens"),
    ...finalChecks.flatMap(orchestrate),
    say(
      "Completion report. AC-1: test/session-expiry.test.js passes. Two commits. Note of the security review: the refusal says that the token expired.",
    ),
  ],
};

/** The medium flow of $recipe-implement, played by a model that keeps to the recipe. */
export const mediumFlow: ModelScript = flow(mediumSteps);

/** The same, but the first agent answers in prose before it is told what its schema wants: needs the hook in force. */
export const mediumFlowWithProse: ModelScript = flow([
  { ...requirements, answers: ["This looks like a medium change to me.", ...requirements.answers] },
  ...mediumSteps.slice(1),
]);

function flow(steps: readonly AgentStep[]): ModelScript {
  return [...steps.map(agentActor), orchestratorActor];
}
