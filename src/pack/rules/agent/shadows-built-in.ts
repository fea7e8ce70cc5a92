import { builtInAgents } from "../../codex-keys.ts";
import { agentRule } from "../../rule.ts";

/** An agent does not take the name of one that Codex brings. */
export const shadowsBuiltIn = agentRule("agent/shadows-built-in", function* ({ name, fieldAt }) {
  if (!builtInAgents.includes(name)) return;
  yield {
    message: `"${name}" replaces the agent of that name that Codex brings`,
    hint: "choose another name, unless that is what you want",
    where: fieldAt("/name"),
  };
});
