import { pointerOf } from "../parse/parsed.ts";
import { below } from "./below.ts";
import { joinPath } from "./join-path.ts";
import type { AgentTable, SettingsFile } from "./pack.ts";
import type { PackReader } from "./pack-reader.ts";
import { placeOf } from "./place-of.ts";
import { asRecord } from "./record.ts";

/** The `[agents.<name>]` tables of a config.toml, with what is there where each looks for its file. */
export function loadAgentTables({ base, source, parsed }: SettingsFile, reader: PackReader): AgentTable[] {
  const agents = asRecord(asRecord(parsed.value)?.["agents"]) ?? {};
  return Object.entries(agents).flatMap(([name, value]): AgentTable[] => {
    const fields = asRecord(value);
    if (fields === undefined) return [];
    const at = pointerOf(["agents", name]);
    return [
      {
        name,
        scope: { root: below(base, ".codex/agents"), base, kind: "live" },
        fields,
        fieldAt: (pointer, part) => placeOf(parsed, source.file, `${at}${pointer}`, part),
        ...follow(fields["config_file"], below(base, ".codex"), reader),
      },
    ];
  });
}

/** A `config_file` is relative to the `.codex` it is written in. Absolute ones, and those in a home directory, are left alone. */
function follow(configFile: unknown, directory: string, reader: PackReader): Pick<AgentTable, "path" | "leads"> {
  if (typeof configFile !== "string") return { path: undefined, leads: undefined };
  const isElsewhere = /^(?:[\\/]|~(?:\/|$)|[a-z]:[\\/])/i.test(configFile);
  const path = isElsewhere ? undefined : joinPath(directory, configFile);
  if (path === undefined) return { path, leads: "out-of-pack" };
  const kind = reader.kindOf(path);
  return { path, leads: kind === "outside" ? "out-of-pack" : (kind ?? "nowhere") };
}
