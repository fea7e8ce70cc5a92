import type { Catalogue } from "../entry.ts";

export const workflowCodes = {
  "workflow/shape": {
    severity: "error",
    title: "a workflow file does not have the form of one",
    why: "A key that is not understood is an edge or a limit nobody holds.",
    fix: "Correct the field the finding names; references/workflow.schema.json describes all of them.",
    bad: "nodes:\n  review: { type: agent_task, agnet: document-reviewer }",
    good: "nodes:\n  review: { type: agent_task, agent: document-reviewer }",
  },
  "workflow/unknown-node": {
    severity: "error",
    title: "an edge leads to a node that does not exist",
    why: "The run would end there without having done its work.",
    fix: "Correct the name, or add the node.",
  },
  "workflow/unknown-agent": {
    severity: "error",
    title: "a node names an agent the contract does not define",
    why: "Its answer could not be checked or routed.",
    fix: "Correct the name, or add the agent to the contract.",
  },
  "workflow/unknown-stop": {
    severity: "error",
    title: "a node names a stop point the contract does not define",
    why: "What is not in the contract is not held.",
    fix: "Correct the id, or add the stop to the contract.",
  },
  "workflow/unknown-handoff": {
    severity: "error",
    title: "a node passes something no handoff of the contract names",
    why: "What is not in the contract is not held.",
    fix: "Correct the name, or add it to the contract's handoffs.",
  },
  "workflow/unreachable": {
    severity: "error",
    title: "no way leads to a node",
    why: "A step that cannot happen is a step somebody believes in.",
    fix: "Lead an edge to it, or remove it.",
  },
  "workflow/endless": {
    severity: "error",
    title: "no end can be reached",
    why: "A run of this flow could never complete.",
    fix: "Add a node of type end and lead an edge to it.",
  },
  "workflow/expression": {
    severity: "error",
    title: "an expression is not one of the closed grammar",
    why: "Expressions are computed, never run: what the grammar does not hold cannot be computed.",
    fix: "Write literals, state variables, arithmetic, comparisons, `&& || !` and `? :`.",
    bad: 'condition: "tasks.length > 0"',
    good: 'condition: "tasks_left > 0"',
  },
} as const satisfies Catalogue;
