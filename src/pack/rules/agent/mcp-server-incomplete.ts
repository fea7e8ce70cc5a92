import { pointerOf } from "../../../parse/parsed.ts";
import { asRecord } from "../../record.ts";
import { agentRule } from "../../rule.ts";

/** An MCP server in an agent's file has a command or a url, and not both. */
export const mcpServerIncomplete = agentRule("agent/mcp-server-incomplete", function* ({ fields, fieldAt }) {
  for (const [name, server] of Object.entries(asRecord(fields["mcp_servers"]) ?? {})) {
    const given = ["command", "url"].filter((key) => asRecord(server)?.[key] !== undefined);
    if (given.length === 1) continue;
    yield {
      message: `MCP server "${name}" has ${given.length === 0 ? "neither command nor url" : "both command and url"}, Codex drops the whole agent`,
      hint: "configure the server in config.toml",
      where: fieldAt(pointerOf(["mcp_servers", name])),
    };
  }
});
