import type { Finding } from "../../../core/diagnostic.ts";
import { closedList, didYouMean } from "../../../core/suggest.ts";
import { builtInSkills } from "../../codex-keys.ts";
import { isExample, isName, isPast, misspelt, namedBeside, namedBy } from "../../named.ts";
import type { Pack, Prose, Skill } from "../../pack.ts";
import { proseRule } from "../../rule.ts";

const path = /\.(?:agents|codex)\/skills\/([A-Za-z0-9][\w/-]*?)\/((?:SKILL|[\w-]+(?:\/[\w-]+)*)\.md)\b/g;
const mention = /(?<![\w$\\{/])\$([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w-])/g;
const before = /\bskills?:?\s+$/;
const after = /^\s+skills?\b/;

/** Every skill that a text names, and every file of one, exists. */
export const unknownSkillNamed = proseRule("prose/unknown-skill-named", function* (prose, pack) {
  // A skill that is linted alone has its companions elsewhere.
  if (pack.kind === "skill" || pack.skills.length === 0) return;
  yield* paths(prose, pack);
  const { text } = prose.source;
  const names = pack.skills.map((skill) => skill.name);
  const known = new Set([...names, ...builtInSkills, ...pack.agents.map((agent) => agent.name)]);
  const spoken = [...namedBy(mention, prose.markdown.unfenced), ...namedBeside(prose, before, after)];
  const slips = misspelt(prose, names).filter(({ name }) => !known.has(name));
  const named = [...spoken.filter(({ start }) => !isExample(text, start)), ...slips];
  for (const { name, start, end } of new Map(named.map((one) => [one.start, one])).values()) {
    if (known.has(name) || isPast(text, start)) continue;
    yield {
      ...severityOf(pack),
      message: `there is no skill "${name}"`,
      hint: didYouMean(name, known) ?? `there are ${closedList(names)}`,
      where: prose.source.where(start, end),
    };
  }
});

function* paths({ markdown, source }: Prose, pack: Pack): Iterable<Finding> {
  for (const match of markdown.unfenced.matchAll(path)) {
    const [whole, place = "", file = ""] = match;
    if (!isName(place.slice(place.lastIndexOf("/") + 1)) || isExample(source.text, match.index)) continue;
    const { skill, rest } = find(pack.skills, place, file);
    const where = source.where(match.index, match.index + whole.length);
    if (skill === undefined) {
      const directories = pack.skills.map(directoryOf);
      const hint = didYouMean(place, directories) ?? `there are ${closedList(directories)}`;
      yield { ...severityOf(pack), message: `there is no skill in "${place}"`, hint, where };
    } else if (rest !== "SKILL.md" && !skill.documents.some((document) => document.source.file.endsWith(`/${rest}`))) {
      yield { ...severityOf(pack), message: `the skill "${skill.name}" has no "${rest}"`, where };
    }
  }
}

/** The skill a path leads into: the directory may be the skill's, or one within it. An installer may leave groups of skills out of the path. */
function find(skills: readonly Skill[], place: string, file: string): { skill: Skill | undefined; rest: string } {
  let rest = file;
  for (let directory = place; directory !== ""; ) {
    const skill =
      skills.find((one) => directoryOf(one) === directory) ??
      skills.find((one) => one.scope.kind !== "live" && one.directoryName === directory);
    if (skill !== undefined) return { skill, rest };
    const cut = directory.lastIndexOf("/");
    rest = `${directory.slice(cut + 1)}/${rest}`;
    directory = directory.slice(0, Math.max(0, cut));
  }
  return { skill: undefined, rest };
}

function directoryOf({ directory, scope }: Skill): string {
  return directory.startsWith(`${scope.root}/`) ? directory.slice(scope.root.length + 1) : directory;
}

function severityOf({ kind }: Pack): { severity?: "error" } {
  return kind === "baton" ? { severity: "error" } : {};
}
