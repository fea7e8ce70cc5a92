import { agentsSettings, multiAgentSettings } from "./codex-keys.ts";
import { asRecord } from "./record.ts";

/** A key that Codex does not know, in a table that it reads strictly. */
export interface UnknownSetting {
  /** The keys that lead to it: `agents`, `max_agents`. */
  readonly path: readonly string[];
  readonly known: readonly string[];
  /** Whether a table of any name may stand there, too. */
  readonly orTable: boolean;
}

/** The unknown settings under `[agents]` and `[features.multi_agent_v2]`, of a config.toml or of an agent's file. */
export function unknownSettings(settings: unknown): UnknownSetting[] {
  const fields = asRecord(settings);
  const agents = Object.entries(asRecord(fields?.["agents"]) ?? {});
  const multiAgent = Object.keys(asRecord(asRecord(fields?.["features"])?.["multi_agent_v2"]) ?? {});
  return [
    // Anything under `[agents]` that is not a setting is read as a role, and a role is a table.
    ...agents
      .filter(([key, value]) => !agentsSettings.includes(key) && asRecord(value) === undefined)
      .map(([key]) => ({ path: ["agents", key], known: agentsSettings, orTable: true })),
    ...multiAgent
      .filter((key) => !multiAgentSettings.includes(key))
      .map((key) => ({ path: ["features", "multi_agent_v2", key], known: multiAgentSettings, orTable: false })),
  ];
}
