import { decisionCommand } from "../../runs/decision-command.ts";

export default decisionCommand("rejected", "reject", [
  [
    'baton run reject WF-... publish --words "the notes are missing"',
    "block the step until approval is asked for again",
  ],
]);
