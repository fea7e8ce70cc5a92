import type { Case } from "./case.ts";
import { quoted } from "./quoted.ts";

/** What a message about the flow ends with where a person has just refused, so that their no is told with what it leads to; else nothing. */
export function refusedWords({ person, agents }: Case): string {
  const words = person.at(-1);
  if (words === undefined || !words.refuses || words.stop === null) return "";
  const isOver = [...agents.values()].some((agent) => agent.asked > words.event);
  return isOver ? "" : `; the person refused: ${quoted(words.text)}`;
}
