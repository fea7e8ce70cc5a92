import type { ConfigTomlRecord } from "./config/config-toml-record.ts";
import type { HooksJsonRecord } from "./config/hooks-json-record.ts";
import type { KeptHook } from "./config/hooks-json-removal.ts";
import { type ConfigScope, hookGroups, mcpServer } from "./config/wanted.ts";
import { createdConfigToml, createdHooksJson } from "./created-settings.ts";
import { layout } from "./layout.ts";
import type { Place } from "./place.ts";
import type { Setting, SettingEdit } from "./setting.ts";
import { fileOf } from "./shown-target.ts";

/**
 * What Baton wants in Codex's own files: its MCP server in config.toml, its hooks in hooks.json. Records come from a
 * manifest that was checked when it was loaded.
 */
export function codexSettings(place: Place): readonly Setting[] {
  const scope = configScope(place);
  return [
    configTomlSetting(scope, fileOf(place, layout.configToml)),
    hooksJsonSetting(scope, fileOf(place, layout.hooksJson)),
  ];
}

/** Where the Codex files of a place are. */
export function configScope(place: Place): ConfigScope {
  return place.scope === "project" ? { kind: "project" } : { kind: "user", codexHome: place.root };
}

function configTomlSetting(scope: ConfigScope, file: string): Setting {
  const { configToml: target } = layout;
  const wanted = mcpServer(scope);
  return {
    target,
    file,
    namesake: 'a server of yours named "baton"',
    plan: async (current, record) => {
      if (isFresh(scope, current, record)) return createdConfigToml(wanted);
      const { planConfigToml } = await import("./config/config-toml.ts");
      return planConfigToml(current, file, wanted, record as ConfigTomlRecord | undefined);
    },
    take: async (current, record) => {
      const { takeConfigToml } = await import("./config/config-toml-take.ts");
      return takeConfigToml(current, file, wanted, record as ConfigTomlRecord | undefined);
    },
    remove: async (current, record) => {
      const { removeConfigToml } = await import("./config/config-toml-removal.ts");
      return removeConfigToml(current, file, record as ConfigTomlRecord);
    },
  };
}

function hooksJsonSetting(scope: ConfigScope, file: string): Setting {
  const { hooksJson: target } = layout;
  const wanted = hookGroups(scope);
  return {
    target,
    file,
    namesake: "a hook of yours that starts a baton/bin/hook.mjs",
    plan: async (current, record) => {
      if (isFresh(scope, current, record)) return createdHooksJson(wanted);
      const { planHooksJson } = await import("./config/hooks-json.ts");
      return withoutEvents(planHooksJson(current, file, wanted, record as HooksJsonRecord | undefined));
    },
    take: async (current, record) => {
      const { planHooksJson } = await import("./config/hooks-json.ts");
      return withoutEvents(planHooksJson(current, file, wanted, record as HooksJsonRecord | undefined, true));
    },
    remove: async (current, record) => {
      const { removeHooksJson } = await import("./config/hooks-json-removal.ts");
      return withoutEvents(removeHooksJson(current, file, record as HooksJsonRecord));
    },
  };
}

/** There is nothing to read, and what is written depends on nothing of the user's: not even on a directory's name. */
function isFresh(scope: ConfigScope, current: string | undefined, record: unknown): boolean {
  return scope.kind === "project" && current === undefined && record === undefined;
}

type EventsEdit = Omit<SettingEdit, "kept"> & { readonly kept: readonly KeptHook[] };

/** A file with several settings counts as kept when one of them is, for what asks most of the user. */
function withoutEvents({ kept, ...edit }: EventsEdit): SettingEdit {
  const why = (["foreign", "edited", "deleted"] as const).find((one) => kept.some((hook) => hook.why === one));
  return { ...edit, ...(why === undefined ? {} : { kept: why }) };
}
