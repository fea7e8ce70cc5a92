import type { PersonMessage } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { clearlyDrops } from "./clearly-drops.ts";
import { clearlyRefuses } from "./clearly-refuses.ts";
import { saysNothing } from "./says-nothing.ts";

/**
 * Whether a person's message ends the governed work: it drops it, or refuses to say what the recipe they only named is to
 * do. What is said at a terminal decides on a stop point and no more; a run is stopped there by a command.
 */
export function dropsWork({ recipe, positions, ended, agents, person }: Case, { text, where }: PersonMessage): boolean {
  if (recipe === null || positions.length === 0 || ended || where.file === "baton run") return false;
  const isAskedWhat = agents.size === 0 && saysNothing(person.at(-1)?.text ?? "");
  return clearlyDrops(text) || (isAskedWhat && clearlyRefuses(text));
}
