import type { ConfigTomlRecord } from "./config/config-toml-record.ts";
import { type HookGroups, hookEvents } from "./config/hook-group.ts";
import type { HooksJsonRecord } from "./config/hooks-json-record.ts";
import { ownLayout, renderJson } from "./config/json-layout.ts";
import { type McpServer, serverLines } from "./config/mcp-server.ts";
import type { SettingEdit } from "./setting.ts";

/** The config.toml that `planConfigToml` makes where there is none, without the parsers it loads to edit one. */
export function createdConfigToml(server: McpServer): SettingEdit {
  const record: ConfigTomlRecord = { server, created: true, lineEndsBefore: 0 };
  return {
    after: serverLines(server)
      .map((line) => `${line}\n`)
      .join(""),
    record,
  };
}

/** The hooks.json that `planHooksJson` makes where there is none, without the parsers it loads to edit one. */
export function createdHooksJson(groups: HookGroups): SettingEdit {
  const events = hookEvents.filter((event) => (groups[event]?.length ?? 0) > 0);
  const created = ["", "/hooks", ...events.map((event) => `/hooks/${event}`)];
  const record: HooksJsonRecord = { groups, created, interiors: {}, lineEnd: ownLayout.lineEnd };
  const hooks = Object.fromEntries(events.map((event) => [event, groups[event]]));
  return { after: `${renderJson({ hooks }, ownLayout, "")}\n`, record };
}
