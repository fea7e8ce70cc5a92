import { agentRule } from "../../rule.ts";

/** An agent's file is named after the agent; where a table of config.toml names the file, the table is. */
export const nameMismatch = agentRule("agent/name-mismatch", function* ({ name, nameAt, path, table }, pack) {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const [other, shown] =
    table === undefined
      ? [file.replace(/\.toml$/, ""), `file "${file}"`]
      : [table.name, `table "agents.${table.name}"`];
  if (name === "" || name === other) return;
  yield {
    ...(pack.kind === "baton" ? { severity: "error" as const } : {}),
    message: `the name is "${name}", the ${shown}`,
    hint: "rename one of them",
    where: nameAt,
  };
});
