import { statusCommand } from "../../runs/status-command.ts";

export default statusCommand("running", "goes on", [["baton run continue WF-...", "go on with a paused run"]]);
