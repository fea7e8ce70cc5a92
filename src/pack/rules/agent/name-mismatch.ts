import { agentRule } from "../../rule.ts";

/** An agent's file is named after the agent. */
export const nameMismatch = agentRule("agent/name-mismatch", function* ({ name, path, fieldAt }, pack) {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.toml$/, "");
  if (name === "" || name === file) return;
  yield {
    ...(pack.kind === "baton" ? { severity: "error" as const } : {}),
    message: `the name is "${name}", the file "${file}.toml"`,
    hint: "rename one of them",
    where: fieldAt("/name"),
  };
});
