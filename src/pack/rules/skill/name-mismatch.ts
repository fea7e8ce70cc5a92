import { skillRule } from "../../rule.ts";

/** A skill is named like its directory. */
export const nameMismatch = skillRule(
  "skill/name-mismatch",
  function* ({ fields, directoryName, path, scope, fieldAt }) {
    const isRoot = path === (scope.root === "" ? "SKILL.md" : `${scope.root}/SKILL.md`) && scope.kind === "live";
    if (fields?.name === undefined || fields.name === directoryName || isRoot) return;
    yield {
      message: `the name is "${fields.name}", the directory "${directoryName}"`,
      hint: "rename one of them",
      where: fieldAt("/name"),
    };
  },
);
