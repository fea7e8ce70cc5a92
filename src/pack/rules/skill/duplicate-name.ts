import type { Skill } from "../../pack.ts";
import { packRule } from "../../rule.ts";
import { sessions } from "../../sessions.ts";

/** No session has two skills of one name. */
export const duplicateName = packRule("skill/duplicate-name", function* (pack) {
  const reported = new Set<Skill>();
  for (const session of sessions(pack.skills)) {
    const first = new Map<string, Skill>();
    for (const skill of session.skills) {
      const other = first.get(skill.name);
      if (other === undefined) first.set(skill.name, skill);
      else if (!reported.has(skill)) {
        reported.add(skill);
        yield {
          message: `a second skill is called "${skill.name}": $${skill.name} injects neither`,
          hint: "rename one, or remove it",
          where: skill.fieldAt("/name"),
          related: [{ where: other.fieldAt("/name"), note: "the first one" }],
        };
      }
    }
  }
});
