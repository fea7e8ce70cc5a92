import { carries } from "../carries.ts";
import type { Due } from "./due.ts";

/** How many texts of an answer are looked for. */
const mostLeaves = 60;

/**
 * Whether what is due can be found in what an agent was told: one of the paths; half of an answer's texts, as they are or
 * as JSON writes them, or a file that holds the answer; half of the texts, in whatever words.
 */
export function isDelivered({ name, kind, material }: Due, told: readonly string[]): boolean {
  const isTold = (text: string): boolean => told.some((one) => one.includes(text));
  if (kind === "path") return material.some(isTold);
  if (kind === "text") {
    const found = material.filter(
      (text) => isTold(text) || (/\s/.test(text) && told.some((one) => carries(one, text))),
    );
    return found.length * 2 >= material.length;
  }
  const file = new RegExp(`\\b${name}\\b\\W{1,8}[\\w./-]{1,200}\\.json\\b`);
  if (told.some((one) => file.test(one))) return true;
  const leaves = material.flatMap((json) => leavesOf(JSON.parse(json))).slice(0, mostLeaves);
  const found = leaves.filter((leaf) => isTold(leaf) || isTold(JSON.stringify(leaf).slice(1, -1)));
  return found.length * 2 >= leaves.length;
}

/** The texts of a value that are long enough to tell it by. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 8 ? [value] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(leavesOf) : [];
}
