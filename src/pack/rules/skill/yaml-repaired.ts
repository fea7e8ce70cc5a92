import type { Rule } from "../../rule.ts";

/** The front matter is YAML as it stands. */
export const yamlRepaired: Rule = {
  code: "skill/yaml-repaired",
  *check(pack) {
    for (const { repaired } of pack.skills) if (repaired !== undefined) yield repaired;
  },
};
