import { statusCommand } from "../../runs/status-command.ts";

export default statusCommand("stopped", "stopped for good", [
  ['baton run stop WF-... --why "superseded"', "end the run; it never resumes"],
]);
