import { closedList, didYouMean } from "../../../core/suggest.ts";
import { isName, namedBy } from "../../named.ts";
import type { Pack, Prose } from "../../pack.ts";
import { proseRule } from "../../rule.ts";
import { statusVocabulary } from "../../status-vocabulary.ts";

/** `"status": "x"` and `status: "x"`, in prose and in examples; the quotes may be escaped inside a TOML string. */
const assigned = /(?<![\w.-])\\?["'`]?status\\?["'`]?\s{0,3}[:=]\s{0,3}\\?["'`]([A-Za-z][\w-]*)\\?["'`]/g;
const bare = /^status:\s*([A-Za-z][\w-]*)$/g;
const spoken = /`status`\s(?:is\s|of\s)?`([A-Za-z][\w-]*)`/g;

/** Every status that a text gives is a word of the contract, or of a `status` field of its schemas. */
export const statusOutsideVocabulary = proseRule("prose/status-outside-vocabulary", function* (prose, pack) {
  if (pack.contract === undefined || !isOurs(prose, pack)) return;
  const words = statusVocabulary(pack.contract, pack.schemas);
  const { source, markdown, start, end } = prose;
  const named = [
    ...namedBy(assigned, source.text.slice(start, end), start),
    ...namedBy(spoken, markdown.unfenced),
    ...markdown.codeSpans.flatMap((span) => namedBy(bare, span.code, span.start + 1)),
  ];
  for (const { name, start: from, end: to } of named) {
    if (words.has(name) || !isName(name)) continue;
    yield {
      message: `"${name}" is not a status, there are ${closedList(words, 30)}`,
      hint: didYouMean(name, words),
      where: source.where(from, to),
    };
  }
});

/** In a project only agents of the contract and recipes are held to it: other texts have statuses of their own. */
function isOurs(prose: Prose, { kind, contract, agents, skills }: Pack): boolean {
  if (kind === "baton") return true;
  const { file } = prose.source;
  const names = contract?.contract.agents.map((agent) => agent.name) ?? [];
  const isAgent = agents.some((agent) => agent.source.file === file && names.includes(agent.name));
  return isAgent || skills.some((skill) => skill.recipe && skill.source.file === file);
}
