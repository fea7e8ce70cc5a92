import { switchCommand } from "../../hooks/switch-command.ts";

export default switchCommand(false, [
  ["baton hook off", "let everything pass in this repository; recorded, and shown by the audit"],
  ["baton hook off --session 0199a213-81a0-7800-8aa0-000000000001", "in one session only"],
]);
