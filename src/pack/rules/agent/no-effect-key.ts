import type { Finding } from "../../../core/diagnostic.ts";
import { closedList, didYouMean } from "../../../core/suggest.ts";
import { pointerOf } from "../../../parse/parsed.ts";
import { agentKeys } from "../../codex-keys.ts";
import type { AgentTable, CustomAgent } from "../../pack.ts";
import { asRecord } from "../../record.ts";
import { packRule } from "../../rule.ts";

const parent = "a subagent has what its session has";
/** Keys that are accepted and then ignored at spawn, and what holds instead. Found out on the binary, in both generations. */
const ignored: readonly (readonly [path: readonly string[], hint: string])[] = [
  [
    ["sandbox_mode"],
    `${parent}; to keep it from writing, set [features] shell_tool = false or use a PreToolUse hook on its agent_type`,
  ],
  [["approval_policy"], `${parent}; set it in config.toml for the session`],
  [["default_permissions"], `${parent}; set it in config.toml for the session`],
  [["mcp_servers"], "the session's servers are shared by all agents; configure them in config.toml"],
  [["web_search"], `${parent}; set it in config.toml for the session`],
  [["tools", "view_image"], `${parent}; set it in config.toml for the session`],
  [["tools", "web_search"], `${parent}; set it in config.toml for the session`],
  [["agents", "enabled"], "say in the instructions that the agent spawns none"],
  [["features", "multi_agent"], "say in the instructions that the agent spawns none"],
  [["features", "multi_agent_v2"], "say in the instructions that the agent spawns none"],
];

/** What Codex reads of an agent's table in config.toml; everything else it passes over without a word. */
const ofTables: readonly string[] = ["config_file", "description", "nickname_candidates"];

/** Every key of an agent changes something when it is spawned. */
export const noEffectKey = packRule("agent/no-effect-key", function* ({ agents, tables }) {
  for (const agent of agents) yield* inFile(agent);
  for (const table of tables) yield* inTable(table);
});

function* inFile({ fields, fieldAt }: CustomAgent): Iterable<Finding> {
  for (const [path, hint] of ignored) {
    const value = path.reduce<unknown>((at, key) => asRecord(at)?.[key], fields);
    if (value === undefined) continue;
    yield {
      message: `"${path.join(".")}" has no effect on a subagent`,
      hint,
      where: fieldAt(`/${path.join("/")}`, "key"),
    };
  }
}

function* inTable({ fields, fieldAt }: AgentTable): Iterable<Finding> {
  for (const key of Object.keys(fields)) {
    if (ofTables.includes(key)) continue;
    yield {
      message: `"${key}" has no effect in an agent's table, which takes ${closedList(ofTables)}`,
      hint: agentKeys.has(key) ? "write it into the file that config_file names" : didYouMean(key, ofTables),
      where: fieldAt(pointerOf([key]), "key"),
    };
  }
}
