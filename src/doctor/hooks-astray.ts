import { join } from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { shellWord } from "../core/shell-word.ts";
import { layout } from "../install/layout.ts";
import type { HookStart, PlaceFacts } from "./facts.ts";
import { isInside } from "./is-inside.ts";

/** What is wrong with where the command of a project's hooks leads; nothing where that is the installed program. */
export function hooksAstray(start: HookStart | undefined, place: PlaceFacts): Diagnostic[] {
  if (start === undefined || start.leads === "here") return [];
  const where = { file: place.hooksFile.file };
  if (start.leads === "elsewhere") {
    const program = join(start.root, layout.hook);
    const message = `the hooks start "${program}", as git names that root, and Baton is installed in "${place.root}"`;
    const hint = isInside(start.root, place.root)
      ? `start codex outside of that repository, or run baton install in ${start.root}`
      : `run baton uninstall in ${place.root}, then baton install in ${start.root}`;
    return [diagnose("codex/hooks-astray", { message, hint, where })];
  }
  const message = `no hook can start: git, which its command asks for the repository's root, says "${start.why}"`;
  return [diagnose("codex/hooks-astray", { message, hint: hintFor(start.why, place), where })];
}

function hintFor(why: string, { root }: PlaceFacts): string {
  const owned = /^detected dubious ownership in repository at '(.+)'/.exec(why)?.[1];
  if (owned !== undefined) {
    return `make the directory yours, or say that you trust its owner: git config --global --add safe.directory ${shellWord(owned)}`;
  }
  return why.startsWith("not a git repository")
    ? `run git init in ${root}; or baton uninstall there, and baton install --user for all your projects`
    : "run git rev-parse --show-toplevel where you start codex, and correct what it says";
}
