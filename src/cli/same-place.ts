import { shellWord } from "../core/shell-word.ts";
import { findPlace } from "../install/find-place.ts";
import type { Place } from "../install/place.ts";
import type { Io } from "./io.ts";

/** The words, with a blank before, that make a command called here work in that place; none where it does so by itself. */
export function samePlace({ cwd, env }: Io, { scope, root }: Place): string {
  if (scope === "user") return " --user";
  return findPlace(cwd, env, {})?.root === root ? "" : ` --directory ${shellWord(root)}`;
}
