import { type HookGroups, hookEvents } from "../install/config/hook-group.ts";
import { isTable } from "../install/config/is-table.ts";
import { isOwnCommand } from "./own-command.ts";
import { valueAt } from "./value-at.ts";

/** The trust entries a config.toml has for the hooks of one hooks.json, by whose hook they are. */
export interface TrustEntries {
  /** Of Baton's hooks. */
  readonly own: readonly string[];
  /** Of hooks that are not there any more. */
  readonly dead: readonly string[];
  readonly others: readonly string[];
}

/**
 * Finds the entries that trust hooks of a hooks.json. Codex's key is `<file>:<event_in_snake_case>:<group>:<handler>`.
 * @param config the value of the user's config.toml
 * @param hooks the value of the hooks.json; undefined when there is none
 * @param hooksFile absolute, without links
 */
export function trustEntries(config: unknown, hooks: unknown, hooksFile: string, wanted: HookGroups): TrustEntries {
  const state = valueAt(config, "hooks", "state");
  const keys = isTable(state)
    ? Object.keys(state).filter(
        (key) => valueAt(state, key, "trusted_hash") !== undefined && key.startsWith(`${hooksFile}:`),
      )
    : [];
  const sorted = keys.map((key) => ({ key, whose: whose(key.slice(hooksFile.length + 1), hooks, wanted) }));
  const of = (one: keyof TrustEntries): string[] => sorted.filter(({ whose }) => whose === one).map(({ key }) => key);
  return { own: of("own"), dead: of("dead"), others: of("others") };
}

function whose(place: string, hooks: unknown, wanted: HookGroups): keyof TrustEntries {
  const [, name, index, handler] = /^([a-z_]+):(\d+):(\d+)$/.exec(place) ?? [];
  const event = hookEvents.find((one) => one.replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase() === name);
  if (event === undefined) return "others";
  const found = valueAt(hooks, "hooks", event, Number(index), "hooks", Number(handler));
  if (found === undefined) return "dead";
  const command = valueAt(found, "command");
  const wired = (wanted[event] ?? []).flatMap((group) => group.hooks);
  return typeof command === "string" && isOwnCommand(command, wired) ? "own" : "others";
}
