import type { Finding } from "../../../core/diagnostic.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { isAbove } from "../../is-above.ts";
import type { CustomAgent, Pack, SettingsFile } from "../../pack.ts";
import { placeOf } from "../../place-of.ts";
import { asRecord } from "../../record.ts";
import { packRule } from "../../rule.ts";
import { serverProblem } from "../../server-problem.ts";

/** An MCP server in an agent's file or a config.toml has a command or a url, and not both. */
export const mcpServerIncomplete = packRule("agent/mcp-server-incomplete", function* (pack) {
  for (const agent of pack.agents) yield* inAgent(agent);
  for (const file of pack.settings) yield* inSettings(file, pack);
});

function* inAgent({ fields, fieldAt }: CustomAgent): Iterable<Finding> {
  for (const [name, server] of Object.entries(serversIn(fields))) {
    const problem = serverProblem([server]);
    if (problem === undefined) continue;
    yield {
      message: `MCP server "${name}" has ${problem.words}, Codex drops the whole agent`,
      hint: "configure the server in config.toml",
      where: fieldAt(pointerOf(["mcp_servers", name])),
    };
  }
}

/** Codex reads all config.toml from the user's down as one: what stands further out counts for what lies within. */
function* inSettings({ base, source, parsed }: SettingsFile, { settings }: Pack): Iterable<Finding> {
  const outer = settings.filter((one) => isAbove(one.base, base)).map((one) => serversIn(one.parsed.value));
  const own = serversIn(parsed.value);
  for (const name of Object.keys(own)) {
    const problem = serverProblem([...outer, own].map((servers) => servers[name]));
    if (problem === undefined) continue;
    const { words, isAddition } = problem;
    yield {
      ...(isAddition ? { severity: "warning" as const } : {}),
      message: `MCP server "${name}" has ${words}: Codex does not start${isAddition ? " for users who have not configured it" : ""}`,
      hint: words === "both command and url" ? "remove one of them" : "add its command or its url",
      where: placeOf(parsed, source.file, pointerOf(["mcp_servers", name])),
    };
  }
}

function serversIn(settings: unknown): Readonly<Record<string, unknown>> {
  return asRecord(asRecord(settings)?.["mcp_servers"]) ?? {};
}
