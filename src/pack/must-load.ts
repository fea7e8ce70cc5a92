import type { CustomAgent, Skill } from "./pack.ts";
import type { ReadFiles } from "./read-files.ts";
import type { Source } from "./source.ts";

/**
 * What an agent or a recipe orders to read before it works, by the file that orders it. An agent: the paths in the first
 * sentence of a step that begins with "Read" or "Before … read", up to a semicolon, behind which stands what is read on a condition. A
 * recipe: the links of the paragraph that begins with "Read first", before the first section, and of such a paragraph in
 * what it links.
 */
export function loadMustLoad(
  skills: readonly Skill[],
  agents: readonly CustomAgent[],
  files: ReadFiles,
): Map<string, readonly Source[]> {
  const load = (paths: Iterable<string>): Source[] =>
    [...new Set(paths)].flatMap((path) => {
      const place = sourcePlaces(path).find((one) => files.reader.kindOf(one) === "file");
      const source = place === undefined ? undefined : files.read(place);
      return source === undefined ? [] : [source];
    });
  const loaded = new Map<string, readonly Source[]>();
  for (const { source, instructions } of agents) {
    if (instructions === undefined) continue;
    loaded.set(source.file, load(orderedPaths(source.text.slice(instructions.start, instructions.end))));
  }
  for (const skill of skills)
    if (skill.recipe) loaded.set(skill.source.file, load(readFirst(skill, skills, new Set())));
  return loaded;
}

/** The paths of steps such as "1. Read `.agents/skills/x/SKILL.md` and its `references/y.md`". */
function orderedPaths(instructions: string): string[] {
  return [
    ...instructions.matchAll(
      /^[ \t]*(?:\d+\.|[-*])[ \t]+(?:Read|Before [^.;\n]{1,80}? read)\b([^;\n]{0,2000}?)(?:;|\.\s|\.?$)/gm,
    ),
  ].flatMap((step) => {
    let skill = "";
    return [...(step[1] ?? "").matchAll(/`([\w./-]+\.md)`/g)].flatMap(([, path = ""]) => {
      skill = /^\.agents\/skills\/[^/]+/.exec(path)?.[0] ?? skill;
      if (path.startsWith(".")) return [path];
      return path.startsWith("references/") && skill !== "" ? [`${skill}/${path}`] : [];
    });
  });
}

function readFirst(skill: Skill, skills: readonly Skill[], seen: Set<string>): string[] {
  if (seen.has(skill.path)) return [];
  seen.add(skill.path);
  const { source, start, end, markdown } = skill.body;
  const section = markdown.headings.find((heading) => heading.level === 2)?.start ?? end;
  const paragraph = /^Read first\b[^\n]*(?:\n[^\n]+)*/m.exec(source.text.slice(start, section));
  if (paragraph === null) return [];
  const from = start + paragraph.index;
  return skill.links
    .filter((link) => link.where.file === source.file && link.start >= from && link.start < from + paragraph[0].length)
    .flatMap(({ path }) => {
      const next = skills.find((one) => one.path === path);
      return [path, ...(next === undefined ? [] : readFirst(next, skills, seen))];
    });
}

/** Where a path of an installed project lies in the pack it is installed from. */
function sourcePlaces(path: string): string[] {
  const skill = /^\.agents\/skills\/(.*)$/.exec(path)?.[1];
  if (skill !== undefined) return [path, `skills/${skill}`, `recipes/${skill}`];
  return [path, path.replace(/^\.baton\//, "references/")];
}
