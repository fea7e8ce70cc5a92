import { shell } from "../../turn-items.ts";
import { type Play, turn } from "../play.ts";

/** The orchestrator commits these files, and looks whether anything is left. */
export function commit(subject: string, ...files: readonly string[]): Play {
  return turn(shell(`git add ${files.join(" ")} && git commit -m '${subject}' && git status --short`));
}
