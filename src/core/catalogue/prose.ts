import type { Catalogue } from "../entry.ts";

export const proseCodes = {
  "prose/unknown-agent-named": {
    severity: "warning",
    title: "a text names an agent that does not exist",
    why: "The model tries to spawn it and gets `unknown agent_type`, or does the work itself.",
    fix: "Correct the name, or add the agent.",
  },
  "prose/unknown-skill-named": {
    severity: "warning",
    title: "a text names a skill that does not exist",
    why: "The model looks for it, finds nothing, and goes on without the guidance.",
    fix: "Correct the name or the path, or add the skill.",
  },
  "prose/unknown-template-named": {
    severity: "warning",
    title: "a text names a document template that does not exist",
    why: "The author of a document is sent to a form that is not there, and makes one up.",
    fix: "Correct the name, or add the template.",
  },
  "prose/status-outside-vocabulary": {
    severity: "error",
    title: "a text gives a status that neither contract nor schemas have",
    why: "An agent that was taught the word returns it, and nothing says where such an answer goes.",
    fix: "Use a status of the contract, or add it there.",
    bad: 'Return {"status": "done"}.',
    good: 'Return {"status": "completed"}.',
  },
  "prose/one-vocabulary-only": {
    severity: "info",
    title: "a skill that orders spawning names the tools of one generation only",
    why: "The model decides which tools there are: `close_agent`, `send_input` and `resume_agent`, or `followup_task`, `send_message`, `interrupt_agent` and `list_agents`. `fork_context` and `fork_turns` differ in the same way.",
    fix: "Say what to do, and name the tool of both generations where a name is needed.",
    bad: "Then call `close_agent`.",
    good: "Then close the agent if you have `close_agent`.",
  },
} as const satisfies Catalogue;
