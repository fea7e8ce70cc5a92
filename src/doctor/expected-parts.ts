import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { configScope } from "../install/codex-settings.ts";
import { readConfigTomlRecord } from "../install/config/config-toml-record.ts";
import type { HookGroups } from "../install/config/hook-group.ts";
import { readHooksJsonRecord } from "../install/config/hooks-json-record.ts";
import { hookGroups } from "../install/config/wanted.ts";
import { layout } from "../install/layout.ts";
import type { Manifest } from "../install/manifest.ts";
import { absolutePath, type Place } from "../install/place.ts";
import { resolved } from "../install/resolved.ts";
import { diskReader } from "../pack/disk-reader.ts";
import { loadOpenaiYaml } from "../pack/load-openai-yaml.ts";
import { ReadFiles } from "../pack/read-files.ts";
import { parseToml } from "../parse/toml.ts";
import type { DoctorFacts, ExpectedAgent, ExpectedSkill } from "./facts.ts";
import type { Surroundings } from "./surroundings.ts";

/** What an install wants Codex to load, as its manifest and its files say. */
export function expectedParts(
  manifest: Manifest,
  place: Place,
  { named }: Surroundings,
): Pick<DoctorFacts, "skills" | "agents" | "hooks" | "unwired" | "server"> {
  const targets = manifest.files.filter(({ retired }) => !retired).map(({ target }) => target);
  const at = (target: string) => named(resolved(absolutePath(place, target)));
  const recordOf = (target: string): unknown => manifest.settings.find((one) => one.target === target)?.record;
  return {
    skills: targets.flatMap((target): ExpectedSkill[] => {
      const name = /^\.agents\/skills\/([^/]+)\/SKILL\.md$/.exec(target)?.[1];
      if (name === undefined) return [];
      const where = at(target);
      const there = existsSync(where.path);
      return [{ name, ...where, there, listed: there && isListed(dirname(where.path)) }];
    }),
    agents: targets.flatMap((target): ExpectedAgent[] => {
      const name = /^\.codex\/agents\/([^/]+)\.toml$/.exec(target)?.[1];
      if (name === undefined) return [];
      const where = at(target);
      const text = readIfThere(where.path);
      return [{ name, ...where, there: existsSync(where.path), text, says: saidIn(text, where.file) }];
    }),
    ...hooksIn(recordOf(layout.hooksJson), hookGroups(configScope(place))),
    server: readConfigTomlRecord(recordOf(layout.configToml)) !== undefined,
  };
}

function isListed(skill: string): boolean {
  return loadOpenaiYaml("", new ReadFiles(diskReader(skill, skill)))?.implicit !== false;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function saidIn(text: string | undefined, file: string): ExpectedAgent["says"] {
  const value = text === undefined ? undefined : parseToml(text, file).value;
  const { name, description } = (value ?? {}) as { name?: unknown; description?: unknown };
  return typeof name === "string" && typeof description === "string" ? { name, description } : undefined;
}

/** An install whose hooks.json the user took away has none, and lacks none. */
function hooksIn(record: unknown, wanted: HookGroups): Pick<DoctorFacts, "hooks" | "unwired"> {
  const groups = readHooksJsonRecord(record)?.groups ?? {};
  const hooks = Object.entries(groups).flatMap(([event, list]) =>
    list.flatMap(({ hooks: handlers }) =>
      handlers.map(({ command, commandWindows }) => ({
        event,
        command,
        ...(commandWindows === undefined ? {} : { commandWindows }),
      })),
    ),
  );
  const unwired = Object.keys(wanted).filter((event) => !Object.hasOwn(groups, event));
  return { hooks, unwired: hooks.length === 0 ? [] : unwired };
}
