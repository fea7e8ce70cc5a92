import { packRule } from "../../rule.ts";

/** An agent lies under `.codex/agents`, or a table of config.toml names its file. */
export const wrongDirectory = packRule("agent/wrong-directory", function* ({ unread }) {
  for (const { kind, file } of unread) {
    if (kind !== "stray-agent") continue;
    yield {
      message: "Codex reads no agents from .agents/agents, only from .codex/agents",
      hint: "move the file to .codex/agents",
      where: { file },
    };
  }
});
