import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { Failure } from "../core/failure.ts";
import type { DiskEntry } from "./disk.ts";
import type { Place } from "./place.ts";
import { shownTarget } from "./shown-target.ts";

/** Something else than the file or directory that a target needs stands at a path. */
export interface Obstacle {
  readonly target: string;
  readonly path: string;
  readonly kind: DiskEntry["kind"];
  readonly wanted: "file" | "directory";
}

/**
 * What to tell the user of them, by the code of the first: install/symlink or install/in-the-way.
 * @param command that looked; only an install can go elsewhere
 */
export function inTheWay(
  obstacles: readonly [Obstacle, ...Obstacle[]],
  place: Place,
  command: string | undefined,
): Failure {
  const findings = obstacles.map((obstacle) => found(obstacle, place));
  const elsewhere = command === "install" && place.scope === "project";
  const message = "something else stands where Baton's files belong: nothing was read or written through it";
  return new Failure(codeOf(obstacles[0]), message, {
    findings,
    hint: `replace each by a plain file or directory, ${
      elsewhere ? "or install elsewhere with --directory or --user" : "and run the command again"
    }`,
  });
}

function codeOf({ kind }: Obstacle): "install/symlink" | "install/in-the-way" {
  return kind === "symlink" ? "install/symlink" : "install/in-the-way";
}

function found(obstacle: Obstacle, place: Place): Diagnostic {
  const { path, kind, wanted } = obstacle;
  const target = shownTarget(place, obstacle.target);
  const message =
    kind === "symlink"
      ? `"${target}" is a symlink, which is never followed`
      : `"${target}" is ${kind === "other" ? "something else" : `a ${kind}`}, not a ${wanted}`;
  return diagnose(codeOf(obstacle), { message, where: { file: path } });
}
