import { below } from "./below.ts";
import { type Discovered, Discovery, type Found } from "./discover.ts";
import { forCodex } from "./for-codex.ts";
import type { PackKind, Scope } from "./pack.ts";
import type { PackReader } from "./pack-reader.ts";

/** What lies in a directory, and what kind of thing the directory therefore is. */
export interface Parts extends Discovered {
  readonly kind: PackKind;
  /** Each `.codex/config.toml`, with the directory in and below which it holds. */
  readonly settings: readonly { readonly path: string; readonly base: string }[];
  /** Agents in `.agents/agents`, where Codex does not look for any. */
  readonly strayAgents: readonly Found[];
}

/**
 * Finds the parts of a pack (`skills/`, `recipes/`, `agents/*.toml`), of a project (`.agents/skills`, `.codex/skills`,
 * `.codex/agents`, in the root and below), of a single skill, and, where none of these is, skills anywhere.
 */
export function findParts(reader: PackReader): Parts {
  const found = new Discovery(reader);
  const stray = new Discovery(reader);
  for (const root of ["skills", "recipes"]) found.skillsIn({ root, base: "", kind: "pack" });
  found.agentsIn({ root: "agents", base: "", kind: "pack" });
  const contract = reader.kindOf("references/contract.yaml") === "file";
  const isPack = contract || found.skills.length + found.agents.length > 0;
  const settings: Parts["settings"][number][] = [];
  // A pack's sub-directories hold fixtures and copies; only what Codex sees from its root is its own.
  const bases = isPack ? [""] : found.workDirectories();
  for (const base of bases) {
    const live = (root: string): Scope => ({ root: below(base, root), base, kind: "live" });
    found.skillsIn(live(".agents/skills"));
    found.skillsIn(live(".codex/skills"));
    found.agentsIn(live(".codex/agents"));
    stray.agentsIn({ ...live(".agents/agents"), kind: "guess" });
    const path = below(base, ".codex/config.toml");
    if (reader.kindOf(path) === "file") settings.push({ path, base });
  }
  const parts = {
    skills: found.skills,
    agents: found.agents,
    unread: found.unread,
    settings,
    strayAgents: stray.agents,
  };
  if (contract) return { ...parts, kind: "baton" };
  if (isPack) return { ...parts, kind: "pack" };
  const project = [found.skills, found.agents, found.unread, settings, stray.agents].some((list) => list.length > 0);
  if (project || reader.kindOf(".baton/contract.yaml") === "file") return { ...parts, kind: "project" };
  return skillsAnywhere(reader);
}

/** A skill that is the directory itself, or skills below it in places no program of ours knows. */
function skillsAnywhere(reader: PackReader): Parts {
  const found = new Discovery(reader);
  found.skillsIn({ root: "", base: "", kind: "guess" });
  const alone = found.skills.find((skill) => skill.path === "SKILL.md");
  // In a tree of any kind a page may be called skill.md and a link lead anywhere: only the top is surely the skill's.
  const unread = found.unread.filter((one) => !one.path.includes("/") || one.kind === "too-many");
  if (alone !== undefined) return { kind: "skill", skills: [alone], agents: [], settings: [], strayAgents: [], unread };
  found.agentsIn({ root: "", base: "", kind: "guess" });
  // The directory that holds a skill's directory, or an agent's file, stands for the root it would be scanned from.
  const skills = forCodex(found.skills).map(({ path }) => ({ path, scope: guess(path.split("/").slice(0, -2)) }));
  const agents = found.agents.map(({ path }) => ({ path, scope: guess(path.split("/").slice(0, -1)) }));
  return { kind: "pack", skills, agents, settings: [], strayAgents: [], unread };
}

function guess(directories: readonly string[]): Scope {
  const root = directories.join("/");
  return { root, base: root, kind: "guess" };
}
