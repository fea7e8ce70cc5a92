import { answerHook } from "../../../hooks/answer-hook.ts";
import { instantOf } from "../../../run/instant.ts";
import { defineCommand } from "../../define-command.ts";

export default defineCommand({
  parameters: [{ name: "<event>", description: "the hook event, as Codex names it" }],
  options: [],
  examples: [["baton hook SubagentStop < payload.json", "what Codex runs when a subagent ends its turn"]],
  // A hook never stands in the way: whatever goes wrong here, Codex goes on as if there were no hook.
  run: async (io, [event]) => {
    const now = (): string => instantOf(Date.now());
    io.out(await answerHook(String(event), await io.readStdin(), { cwd: io.cwd, env: io.env, now }));
    return 0;
  },
});
