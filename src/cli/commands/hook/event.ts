import { Failure } from "../../../core/failure.ts";
import { countSentBack } from "../../../hooks/count-sent-back.ts";
import { readHookPayload } from "../../../hooks/read-payload.ts";
import { decideSubagentStop } from "../../../hooks/subagent-stop.ts";
import { loadProjectRules } from "../../../pack/project-rules.ts";
import { defineCommand } from "../../define-command.ts";

export default defineCommand({
  parameters: [
    { name: "<event>", description: "the hook event, as Codex names it; SubagentStop is held, others pass" },
  ],
  options: [],
  examples: [["baton hook SubagentStop < payload.json", "what Codex runs when a subagent ends its turn"]],
  // A hook never stands in the way: whatever goes wrong here, Codex goes on as if there were no hook.
  run: async (io, [event]) => {
    try {
      if (event !== "SubagentStop" || io.env["BATON_HOOKS"] === "off") return 0;
      const payload = readHookPayload(await io.readStdin());
      if (payload?.agent_type === undefined || typeof payload.last_assistant_message !== "string") return 0;
      const stop = {
        agentType: payload.agent_type,
        lastMessage: payload.last_assistant_message,
        sentBack: countSentBack(payload.agent_transcript_path),
      };
      const output = await decideSubagentStop(stop, await loadProjectRules(payload.cwd, io.env));
      if (output !== undefined) io.out(`${JSON.stringify(output)}\n`);
    } catch (error) {
      const { placeOf } = await import("../../../render/text.ts");
      const place = error instanceof Failure && error.where !== undefined ? `${placeOf(error.where)} ` : "";
      io.err(`baton hook: ${place}${error instanceof Error ? error.message : String(error)}\n`);
    }
    return 0;
  },
});
