import { switchCommand } from "../../hooks/switch-command.ts";

export default switchCommand(true, [
  ["baton hook on", "hold again what the recipes promise"],
  ["baton hook on --session 0199a213-81a0-7800-8aa0-000000000001", "in one session, even while the project is off"],
]);
