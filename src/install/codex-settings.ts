import { planConfigToml } from "./config/config-toml.ts";
import type { ConfigTomlRecord } from "./config/config-toml-record.ts";
import { removeConfigToml } from "./config/config-toml-removal.ts";
import { planHooksJson } from "./config/hooks-json.ts";
import type { HooksJsonRecord } from "./config/hooks-json-record.ts";
import { type KeptHook, removeHooksJson } from "./config/hooks-json-removal.ts";
import { type ConfigScope, hookGroups, mcpServer } from "./config/wanted.ts";
import { layout } from "./layout.ts";
import type { Place } from "./place.ts";
import type { Setting, SettingEdit } from "./setting.ts";

/**
 * What Baton wants in Codex's own files: its MCP server in config.toml, its hooks in hooks.json. Records come from a
 * manifest that was checked when it was loaded.
 */
export function codexSettings(place: Place): readonly Setting[] {
  const scope: ConfigScope = place.scope === "project" ? { kind: "project" } : { kind: "user", codexHome: place.root };
  const server = mcpServer(scope);
  const groups = hookGroups(scope);
  const { configToml, hooksJson } = layout;
  return [
    {
      target: configToml,
      plan: (current, record) => planConfigToml(current, configToml, server, record as ConfigTomlRecord | undefined),
      remove: (current, record) => removeConfigToml(current, configToml, record as ConfigTomlRecord),
    },
    {
      target: hooksJson,
      plan: (current, record) =>
        withoutEvents(planHooksJson(current, hooksJson, groups, record as HooksJsonRecord | undefined)),
      remove: (current, record) => withoutEvents(removeHooksJson(current, hooksJson, record as HooksJsonRecord)),
    },
  ];
}

/** A file with several settings counts as kept when one of them is. */
function withoutEvents({ kept, ...edit }: SettingEditWith<readonly KeptHook[]>): SettingEdit {
  const why = kept.find((hook) => hook.why === "edited")?.why ?? kept[0]?.why;
  return { ...edit, ...(why === undefined ? {} : { kept: why }) };
}

type SettingEditWith<Kept> = Omit<SettingEdit, "kept"> & { readonly kept: Kept };
