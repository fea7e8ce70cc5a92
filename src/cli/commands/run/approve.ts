import { decisionCommand } from "../../runs/decision-command.ts";

export default decisionCommand("approved", "approve", [
  ['baton run approve WF-... publish --words "go ahead"', "open the gate for this attempt"],
  ["baton run approve", "the one step that waits in the one open run"],
]);
