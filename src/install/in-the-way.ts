import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import type { DiskEntry } from "./disk.ts";

/** Something else than the file or directory that a target needs stands at a path. */
export interface Obstacle {
  readonly target: string;
  readonly path: string;
  readonly kind: DiskEntry["kind"];
  readonly wanted: "file" | "directory";
}

/** What to tell the user of them, by the code of the first: install/symlink or install/in-the-way. */
export function inTheWay(obstacles: readonly [Obstacle, ...Obstacle[]]): Failure {
  const findings = obstacles.map(found);
  return new Failure(codeOf(obstacles[0]), "the install would write through what is not its own: nothing was written", {
    findings,
    hint: "replace each by a plain file or directory, or install elsewhere with --directory or --user",
  });
}

function codeOf({ kind }: Obstacle): "install/symlink" | "install/in-the-way" {
  return kind === "symlink" ? "install/symlink" : "install/in-the-way";
}

function found(obstacle: Obstacle): Diagnostic {
  const { target, path, kind, wanted } = obstacle;
  const message =
    kind === "symlink"
      ? `"${target}" is a symlink, which is never written through`
      : `"${target}" is ${kind === "other" ? "something else" : `a ${kind}`}, not a ${wanted}`;
  return diagnose(codeOf(obstacle), { message, where: { file: path } });
}
