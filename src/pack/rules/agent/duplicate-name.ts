import { type NamedAgent, namedAgents } from "../../named-agents.ts";
import { packRule } from "../../rule.ts";

/** No directory has two agents of one name. In nested directories the nearer one wins, as it is meant to. */
export const duplicateName = packRule("agent/duplicate-name", function* (pack) {
  const first = new Map<string, NamedAgent>();
  for (const agent of namedAgents(pack)) {
    const key = `${agent.scope.root}\0${agent.name}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, agent);
      continue;
    }
    yield {
      message: `a second agent is called "${agent.name}", Codex loads one of the two`,
      hint: "rename one, or remove it",
      where: agent.nameAt,
      related: [{ where: other.nameAt, note: "the first one" }],
    };
  }
});
