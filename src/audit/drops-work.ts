import type { PersonMessage } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { clearlyDrops } from "./clearly-drops.ts";

/**
 * Whether a person's message ends the governed work: it drops it. What is said at a terminal decides on a stop point and
 * no more; a run is stopped there by a command.
 */
export function dropsWork({ recipe, positions, ended }: Case, { text, where }: PersonMessage): boolean {
  if (recipe === null || positions.length === 0 || ended || where.file === "baton run") return false;
  return clearlyDrops(text);
}
