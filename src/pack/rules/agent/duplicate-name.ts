import type { CustomAgent } from "../../pack.ts";
import { packRule } from "../../rule.ts";

/** No directory has two agents of one name. In nested directories the nearer one wins, as it is meant to. */
export const duplicateName = packRule("agent/duplicate-name", function* (pack) {
  const first = new Map<string, CustomAgent>();
  for (const agent of pack.agents) {
    if (agent.name === "") continue;
    const key = `${agent.scope.root}\0${agent.name}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, agent);
      continue;
    }
    yield {
      message: `a second agent is called "${agent.name}", Codex loads one of the two`,
      hint: "rename one, or remove it",
      where: agent.fieldAt("/name"),
      related: [{ where: other.fieldAt("/name"), note: "the first one" }],
    };
  }
});
