import type { CommandRun } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { fileIndex } from "./is-same-file.ts";
import { commandOf } from "./shell/command-of.ts";
import { projectPath } from "./shell/project-path.ts";

/**
 * What a commit holds, as far as is known: the paths it names, else those that are staged, else all that was seen or
 * declared since the last commit; and the files that git says it creates or deletes. A directory, or a pattern, stands for
 * what is known of it.
 */
export function committedPaths(before: Case, event: CommandRun): readonly string[] {
  const { commits, stages } = commandOf(event);
  if (commits === null) return [];
  const known = [...new Set([...before.change.declared, ...before.change.seen])];
  const place = { cwd: event.cwd, root: before.directory };
  const named = (paths: readonly string[] | "all"): string[] =>
    paths === "all"
      ? []
      : expand(
          paths.map((path) => projectPath(path, place)),
          known,
        );
  const reported = reportedPaths(event);
  if (takesAll(before, event)) return unique([...known, ...reported, ...named(stages)]);
  if (commits.length > 0) return unique([...named(commits), ...reported]);
  const { staged } = before.change;
  return unique([...(staged === "all" ? [] : expand(staged, known)), ...named(stages), ...reported]);
}

/** Whether a commit takes every change there is: nothing is named for it, or everything. */
export function takesAll({ change: { staged } }: Case, event: CommandRun): boolean {
  const { commits, stages } = commandOf(event);
  if (commits === "all") return true;
  if (commits === null || commits.length > 0) return false;
  return staged === "all" || stages === "all" || staged.length + stages.length === 0;
}

function expand(names: readonly string[], known: readonly string[]): string[] {
  const find = fileIndex(known);
  return names.slice(0, mostNames).flatMap((name) => {
    const same = find(name);
    if (same !== undefined) return [same];
    const before = name.split(/[*?[{]/)[0] ?? "";
    if (before !== name) return known.filter((path) => path.startsWith(before));
    const inside = known.filter((path) => path.startsWith(`${name}/`));
    return inside.length > 0 || !looksLikeFile(name) ? inside : [name];
  });
}

/** A directory in which nothing is known to have changed adds nothing to a commit. */
function looksLikeFile(path: string): boolean {
  return /[^/]\.[^/.]+$|(^|\/)([A-Z][A-Za-z]*file|LICENSE|\.\w*(rc|ignore|env|attributes|config))$/.test(path);
}

/** What git's own report of a commit says was created, deleted or renamed. */
export function reportedPaths({ output }: CommandRun): string[] {
  const made = [...output.matchAll(/^ (?:create|delete) mode \d+ (.+)$/gm)].map(([, path = ""]) => path);
  return made.filter((path) => !path.startsWith('"'));
}

function unique(paths: readonly string[]): readonly string[] {
  const distinct = [...new Set(paths)];
  const find = fileIndex(distinct);
  return distinct.filter((path) => find(path) === path);
}

/** A commit that names more is looked at no further. */
const mostNames = 2_000;
