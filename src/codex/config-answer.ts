import * as z from "zod/mini";

/** The configuration that is in force in a directory. */
export interface ConfigAnswer {
  /** Project layers that Codex leaves out, with its reason: the project is not trusted. */
  readonly disabled: readonly { readonly folder: string; readonly reason: string }[];
  /** What `[projects."<root>"]` says of a directory. */
  readonly trustLevels: Readonly<Record<string, string>>;
  readonly hooksOff: boolean;
  readonly agentsOff: boolean;
  /** `[agents.<name>]` tables; `file` is the config.toml that has it, where Codex says. */
  readonly agents: readonly { readonly name: string; readonly description?: string; readonly file?: string }[];
  readonly servers: readonly { readonly name: string; readonly enabled: boolean }[];
}

const table = z.nullish(z.record(z.string(), z.unknown()));
const layerName = z.object({
  type: z.string(),
  file: z.nullish(z.string()),
  dotCodexFolder: z.nullish(z.string()),
});
const shape = z.object({
  config: z.object({ features: table, agents: table, mcp_servers: table, projects: table }),
  layers: z.nullish(z.array(z.object({ name: layerName, disabledReason: z.nullish(z.string()) }))),
  origins: z.nullish(z.record(z.string(), z.object({ name: layerName }))),
});

/** Reads the result of `config/read`. @throws Error when it has another form */
export function readConfigAnswer(result: unknown): ConfigAnswer {
  const { config, layers, origins } = z.parse(shape, result);
  const { features, agents, mcp_servers: servers, projects } = config;
  return {
    disabled: (layers ?? []).flatMap(({ name, disabledReason }) =>
      name.dotCodexFolder && disabledReason ? [{ folder: name.dotCodexFolder, reason: disabledReason }] : [],
    ),
    trustLevels: Object.fromEntries(
      Object.entries(projects ?? {}).flatMap(([root, value]) => {
        const level = fieldOf(value, "trust_level");
        return typeof level === "string" ? [[root, level]] : [];
      }),
    ),
    hooksOff: features?.["hooks"] === false,
    agentsOff: agents?.["enabled"] === false,
    agents: Object.entries(agents ?? {}).flatMap(([name, value]) => {
      if (value === null || typeof value !== "object") return [];
      const description = fieldOf(value, "description");
      const origin = Object.entries(origins ?? {}).find(([key]) => key.startsWith(`agents.${name}.`))?.[1].name;
      const file = origin?.file ?? (origin?.dotCodexFolder ? `${origin.dotCodexFolder}/config.toml` : undefined);
      return [{ name, ...(typeof description === "string" ? { description } : {}), ...(file ? { file } : {}) }];
    }),
    servers: Object.entries(servers ?? {}).map(([name, value]) => ({
      name,
      enabled: fieldOf(value, "enabled") !== false,
    })),
  };
}

function fieldOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined;
}
