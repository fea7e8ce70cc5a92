import { packRule } from "../../rule.ts";

/** An agent under `.codex/agents` is TOML. */
export const notToml = packRule("agent/not-toml", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind !== "markdown-agent") continue;
    yield {
      message: "Codex reads agents from .toml files only",
      hint: "write it as TOML, or move it",
      where: { file },
    };
  }
});
