import { mentionedSkills } from "../../trace/mentioned-skills.ts";

/** A recipe that a person named in a prompt, and what they wrote around it. */
export interface Invocation {
  readonly recipe: string;
  /** Their words without the recipe's name; empty when there are no others. */
  readonly request: string;
}

/** The first recipe a prompt names, as Codex reads it; undefined where it names none. */
export function readInvocation(prompt: string): Invocation | undefined {
  const recipe = mentionedSkills(prompt).find((name) => name.startsWith("recipe-"));
  if (recipe === undefined) return undefined;
  const named = new RegExp(`\\[\\$${recipe}\\]\\([^)\\n]*\\)|\\$${recipe}(?![\\w-])`, "g");
  const request = prompt
    .replaceAll(named, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s:,.–—-]+/, "")
    .trim();
  return { recipe, request };
}
