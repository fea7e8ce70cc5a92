import type { Skill } from "../../pack.ts";
import { skillRule } from "../../rule.ts";

/** What one generation of Codex's subagent tools calls it, and what the other does. Each pair is named together, or not at all. */
const pairs: readonly (readonly [first: readonly string[], second: readonly string[]])[] = [
  [
    ["close_agent", "send_input", "resume_agent"],
    ["followup_task", "send_message", "interrupt_agent", "list_agents"],
  ],
  [["fork_context"], ["fork_turns"]],
];

/** A skill that orders spawning can be followed with either generation of the subagent tools. */
export const oneVocabularyOnly = skillRule("prose/one-vocabulary-only", function* (skill) {
  const texts = [skill.body, ...skill.documents].map(({ source }) => source);
  const whole = texts.map(({ text }) => text).join("\n");
  if (!/\bspawn/i.test(whole)) return;
  for (const [first, second] of pairs) {
    const has = [first, second].map((names) => names.find((name) => new RegExp(`\\b${name}\\b`).test(whole)));
    const [one, other] = has;
    const only = one === undefined ? other : other === undefined ? one : undefined;
    // `fork_turns` alone does no harm: where it is unknown, nothing is copied anyway.
    if (only === undefined || only === "fork_turns") continue;
    const missing = one === undefined ? first : second;
    yield {
      message: `"${only}" exists in one generation of the subagent tools; the other has ${missing.join(", ")}`,
      hint: "say what to do, and name both where a name is needed",
      where: placeOf(only, texts),
    };
  }
});

function placeOf(word: string, texts: readonly Skill["source"][]): ReturnType<Skill["source"]["where"]> {
  const [first] = texts;
  const source = texts.find(({ text }) => new RegExp(`\\b${word}\\b`).test(text)) ?? first;
  const at = source?.text.search(new RegExp(`\\b${word}\\b`)) ?? 0;
  return source?.where(at, at + word.length) ?? { file: "" };
}
