import { packRule } from "../../rule.ts";

/** Where a table of config.toml names a file for its agent, there is one. */
export const configFileMissing = packRule("agent/config-file-missing", function* ({ tables }) {
  for (const { fields, leads, fieldAt } of tables) {
    if (leads !== "nowhere" && leads !== "directory") continue;
    const written = String(fields["config_file"]);
    yield {
      message: `${leads === "nowhere" ? `there is no "${written}"` : `"${written}" is a directory`}, Codex drops the agent`,
      hint: "name a file, by its path from .codex",
      where: fieldAt("/config_file"),
    };
  }
});
