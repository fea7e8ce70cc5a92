import { statSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { Failure } from "../core/failure.ts";
import { diskReader } from "./disk-reader.ts";
import { findRepository } from "./find-project.ts";
import type { PackReader } from "./pack-reader.ts";

/**
 * Opens what a command line names: a directory, or a SKILL.md for the skill it belongs to. Without a name, the
 * repository that holds `cwd`, else `cwd`.
 * @throws Failure cli/usage when there is no such thing
 */
export function openPack(cwd: string, given: string | undefined): PackReader {
  const place = given === undefined ? (findRepository(cwd) ?? cwd) : resolve(cwd, given);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return diskReader(place, cwd);
  if (stat?.isFile() && basename(place) === "SKILL.md") return diskReader(dirname(place), cwd);
  const shown = relative(cwd, place);
  throw new Failure("cli/usage", stat === undefined ? `there is no "${shown}"` : `"${shown}" is not a directory`, {
    status: 2,
    hint: "name a directory, or the SKILL.md of a skill",
  });
}
