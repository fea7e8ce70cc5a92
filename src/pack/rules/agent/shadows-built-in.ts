import { builtInAgents } from "../../codex-keys.ts";
import { namedAgents } from "../../named-agents.ts";
import { packRule } from "../../rule.ts";

/** An agent does not take the name of one that Codex brings. */
export const shadowsBuiltIn = packRule("agent/shadows-built-in", function* (pack) {
  for (const { name, nameAt } of namedAgents(pack)) {
    if (!builtInAgents.includes(name)) continue;
    yield {
      message: `"${name}" replaces the agent of that name that Codex brings`,
      hint: "choose another name, unless that is what you want",
      where: nameAt,
    };
  }
});
