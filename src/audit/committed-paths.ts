import type { CommandRun } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { fileIndex } from "./is-same-file.ts";
import { commandOf } from "./shell/command-of.ts";
import { projectPath } from "./shell/project-path.ts";
import type { Taken } from "./shell/read-git.ts";

/**
 * What a commit holds, as far as is known: the paths it names, else those that are staged, else all that was seen or
 * declared since the last commit; and the files that git says it creates or deletes. A directory, or a pattern, stands for
 * what is known of it.
 */
export function committedPaths(before: Case, event: CommandRun): readonly string[] {
  const { commits, stages } = commandOf(event);
  const how = takes(before, event);
  if (commits === null || how === undefined) return [];
  const known = [...new Set([...before.change.declared, ...before.change.seen])];
  const place = { cwd: event.cwd, root: before.directory };
  const expanded = (paths: Taken): string[] => (typeof paths === "string" ? [] : expand(paths, known));
  const named = (paths: Taken): string[] =>
    typeof paths === "string" ? [] : expanded(paths.map((path) => projectPath(path, place)));
  const reported = reportedPaths(event);
  if (how === "all") return unique([...known, ...reported, ...named(stages)]);
  const staged = [...expanded(before.change.staged), ...named(stages), ...reported];
  if (how === "tracked") return unique([...trackedOf(known, before, event), ...staged]);
  return unique(commits.length > 0 ? [...named(commits), ...reported] : staged);
}

/**
 * Whether a commit takes what is named for it, the changes of every file that git knows, or every change there is, which is
 * also taken for true where nothing is named; undefined for what commits nothing.
 */
export function takes({ change: { staged } }: Case, event: CommandRun): "named" | "tracked" | "all" | undefined {
  const { commits, stages } = commandOf(event);
  if (commits === null) return undefined;
  if (commits === "all") return "all";
  if (commits !== "tracked" && commits.length > 0) return "named";
  if (staged === "all" || stages === "all") return "all";
  if (commits === "tracked" || staged === "tracked" || stages === "tracked") return "tracked";
  return staged.length + stages.length === 0 ? "all" : "named";
}

/** Of these files the ones that git knows: as it says where it was asked, else all but those that were seen to be made. */
function trackedOf(known: readonly string[], { change, directory }: Case, { untracked }: CommandRun): string[] {
  const unknown = untracked?.map((path) => projectPath(path, { cwd: null, root: directory })) ?? change.made;
  const find = fileIndex(unknown);
  return known.filter((path) => find(path) === undefined);
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
