import type { Catalogue } from "../entry.ts";

export const contractCodes = {
  "contract/shape": {
    severity: "error",
    title: "the contract does not have the form of one",
    why: "Every program reads this file: a field that is not understood is not held.",
    fix: "Correct the field the finding names; references/contract.schema.json describes all of them.",
  },
  "contract/loosened": {
    severity: "error",
    title: "a project's contract loosens the one it extends",
    why: "A project may add and tighten. A limit raised or a reader turned into a writer would be held by nobody.",
    fix: "Take the change back, or lower the value.",
  },
  "contract/unknown-status": {
    severity: "error",
    title: "an outcome names a status the vocabulary does not have",
    why: "A status without a meaning and a next action cannot be routed.",
    fix: "Use a status of the vocabulary, or add it to `statuses`.",
  },
  "contract/unknown-agent": {
    severity: "error",
    title: "the contract names an agent it does not define",
    why: "A handoff or stop that hangs on nobody is never held.",
    fix: "Add the agent under `agents`, or correct the name.",
  },
  "contract/unknown-routing-field": {
    severity: "error",
    title: "a routing field is not in the agent's schema",
    why: "A field the schema does not know can be left out of every answer.",
    fix: "Correct the field's path, or describe it in the schema.",
  },
  "contract/schema-missing": {
    severity: "error",
    title: "an agent of the contract has no schema",
    why: "Its answers cannot be checked.",
    fix: "Write `<agent>.schema.json` beside the other schemas.",
  },
  "contract/schema-invalid": {
    severity: "error",
    title: "an answer's schema is not a usable JSON Schema",
    why: "A schema that does not compile checks nothing.",
    fix: "Correct the keyword the finding names.",
  },
  "contract/example-invalid": {
    severity: "error",
    title: "a schema's own example does not fit it",
    why: "Agents imitate the example; a wrong one is a wrong answer every time.",
    fix: "Correct the example or the schema.",
  },
  "contract/unreferenced-schema": {
    severity: "warning",
    title: "a schema belongs to no agent of the contract",
    why: "Nothing is ever checked against it.",
    fix: "Add the agent to the contract, or rename or remove the file.",
  },
} as const satisfies Catalogue;
