import { parseToml } from "../parse/toml.ts";
import { estimatedTokens, type TokenCounter } from "./budgets.ts";
import type { Found } from "./discover.ts";
import { findParts, type Parts } from "./find-parts.ts";
import { loadAgentTables } from "./load-agent-tables.ts";
import { loadAgents } from "./load-agents.ts";
import { loadBudgets } from "./load-budgets.ts";
import { type Base, loadPackContract } from "./load-contract.ts";
import { loadPackWorkflows } from "./load-pack-workflows.ts";
import { loadSchemas } from "./load-schemas.ts";
import { loadSkill } from "./load-skill.ts";
import { loadMustLoad } from "./must-load.ts";
import type { CustomAgent, Pack, SettingsFile, Skill, Unread } from "./pack.ts";
import type { PackReader } from "./pack-reader.ts";
import { ReadFiles } from "./read-files.ts";
import { withoutMark } from "./without-mark.ts";

/** Reads everything lint looks at in a directory into one model. Bad input becomes findings, never an exception. The tokenizer is loaded only where there are budgets to hold. */
export async function loadPack(
  reader: PackReader,
  base: Base,
  tokenizer: () => Promise<TokenCounter> = async () => estimatedTokens,
): Promise<Pack> {
  const parts = findParts(reader);
  const files = new ReadFiles(reader);
  const skills = parts.skills.flatMap((found): Skill[] => present(loadSkill(found, files)));
  const settings = parts.settings.flatMap((found) => present(loadSettings(found, files)));
  const tables = settings.flatMap((one) => loadAgentTables(one, reader));
  const agents = loadAgents(parts.agents, tables, files);
  const own = parts.kind === "baton";
  const home = own ? "references" : ".baton";
  const contract = await loadPackContract(`${home}/contract.yaml`, own, base, files);
  const budgets = loadBudgets(`${home}/budgets.json`, files);
  const recipes = skills.filter((skill) => skill.recipe).map((skill) => skill.directory);
  return {
    kind: parts.kind,
    skills,
    agents,
    settings,
    tables,
    contract,
    schemas: loadSchemas(`${home}/schemas`, files),
    templates: reader.list(`${home}/templates`).map((entry) => entry.name),
    workflows: contract === undefined ? [] : await loadPackWorkflows(recipes, contract.contract, files, base),
    budgets,
    mustLoad: budgets === undefined ? new Map() : loadMustLoad(skills, agents, files),
    countTokens: budgets === undefined ? estimatedTokens : await tokenizer(),
    unread: [...parts.unread, ...files.unread, ...unreadAgents(parts.strayAgents, agents, reader)],
    findings: files.findings,
    sources: files.sources,
  };
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** Agents where Codex does not look; one that a table names, or a link leads to, is read all the same. */
function unreadAgents(stray: readonly Found[], agents: readonly CustomAgent[], reader: PackReader): Unread[] {
  const read = new Set(agents.map(({ path }) => reader.resolve(path)));
  return stray
    .filter(({ path }) => !read.has(reader.resolve(path)))
    .map(({ path }) => ({ kind: "stray-agent", path, file: reader.show(path), detail: "it is not in .codex/agents" }));
}

function loadSettings({ path, base }: Parts["settings"][number], files: ReadFiles): SettingsFile | undefined {
  const source = files.read(path);
  if (source === undefined) return undefined;
  const parsed = parseToml(withoutMark(source.text), source.file);
  files.findings.push(...parsed.findings);
  return { base, source, parsed };
}
