import { statusCommand } from "../../runs/status-command.ts";

export default statusCommand("paused", "paused", [
  ['baton run pause WF-... --why "the release is frozen"', "no step moves until baton run continue"],
]);
