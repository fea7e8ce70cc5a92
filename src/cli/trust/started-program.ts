import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../core/failure.ts";
import { builtFiles } from "../../install/built-files.ts";
import type { Content } from "../../install/content.ts";
import { layout } from "../../install/layout.ts";
import { withUnixLineEnds } from "../../install/line-ends.ts";
import { absolutePath, locate, type Place } from "../../install/place.ts";
import { realDisk } from "../../install/real-disk.ts";
import { packageRoot } from "../../pack/package-root.ts";

/** The program that an install's hooks start. */
export interface StartedProgram {
  readonly path: string;
  /** Whether it, and the one beside it that it takes its parts from, are those this command is part of, as far as can be told. */
  readonly isThisOne: boolean;
}

/**
 * Finds the program the hooks of a place start. Trust in the name of a file that is not there, or that lies elsewhere,
 * would be trust in whoever puts it there.
 * @throws Failure codex/file-missing
 */
export function startedProgram(place: Place): StartedProgram {
  const [path, whole] = [fileAt(place, layout.hook), fileAt(place, layout.program)];
  return { path, isThisOne: isShipped(path, builtFiles.hook) && isShipped(whole, builtFiles.program) };
}

function fileAt(place: Place, target: string): string {
  const path = absolutePath(place, target);
  const { base, below } = locate(place, target);
  if (existsSync(path) && statSync(path).isFile() && realpathSync(path) === join(realpathSync(base), ...below))
    return path;
  throw new Failure("codex/file-missing", "the program that the hooks start is not there, or is a link", {
    where: { file: path },
    hint: `baton install${place.scope === "user" ? " --user" : ""} puts it there`,
  });
}

function isShipped(path: string, built: string): boolean {
  const root = packageRoot();
  const shipped = root === undefined ? undefined : join(root, built);
  // A checkout may have given it line ends of its own.
  const lines = (file: string): Content => withUnixLineEnds(realDisk.read(file));
  return shipped === undefined || !existsSync(shipped) || lines(shipped) === lines(path);
}
