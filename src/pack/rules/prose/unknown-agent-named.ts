import { closedList, didYouMean } from "../../../core/suggest.ts";
import { orchestrator } from "../../../workflow/graph.ts";
import { builtInAgents } from "../../codex-keys.ts";
import { isExample, isPast, misspelt, type Named, namedBeside, namedBy } from "../../named.ts";
import { namedAgents } from "../../named-agents.ts";
import type { Pack, Prose } from "../../pack.ts";
import { proseRule } from "../../rule.ts";

const typed = /\bagent_type\b["'`]?\s{0,3}(?:[:=]|is)\s{0,3}["'`]([A-Za-z][\w-]*)["'`]/g;
const file = /\.codex\/agents\/([A-Za-z0-9][\w-]*)\.toml/g;
const before = /(?:\b(?:sub-?)?agents?:?|\b[Ss]pawn(?:s|ing)?(?: (?:the|a|an|one|another))?)\s+$/;
const after = /^\s+(?:sub-?)?agents?\b/;

/** Every agent that a text names exists: as a file, in the contract, or in Codex itself. */
export const unknownAgentNamed = proseRule("prose/unknown-agent-named", function* (prose, pack) {
  const own = namedAgents(pack).map((agent) => agent.name);
  // Texts of a pack without agents speak of agents that somebody else brings.
  if (own.length === 0) return;
  const defined = pack.contract?.contract.agents.map((agent) => agent.name) ?? [];
  const known = new Set([...own, ...defined, ...builtInAgents, orchestrator]);
  const skills = new Set(pack.skills.map((skill) => skill.name));
  const slips = misspelt(prose, known).filter(({ name }) => !skills.has(name));
  const { text } = prose.source;
  const named = namedIn(prose).filter(({ start }) => !isExample(text, start));
  for (const { name, start, end } of new Map([...named, ...slips].map((one) => [one.start, one])).values()) {
    if (known.has(name) || skills.has(name) || isPast(text, start)) continue;
    yield {
      ...severityOf(pack),
      message: `there is no agent "${name}", there are ${closedList(own, 30)}`,
      hint: didYouMean(name, known),
      where: prose.source.where(start, end),
    };
  }
});

function namedIn(prose: Prose): Named[] {
  const { start, end, source, markdown } = prose;
  return [
    ...namedBy(typed, source.text.slice(start, end), start),
    ...namedBy(file, markdown.unfenced),
    ...namedBeside(prose, before, after),
  ];
}

function severityOf({ kind }: Pack): { severity?: "error" } {
  return kind === "baton" ? { severity: "error" } : {};
}
