import { Failure } from "../core/failure.ts";
import { findPlace } from "../install/find-place.ts";
import type { Place } from "../install/place.ts";
import type { OptionSpec } from "./define-command.ts";
import type { Io } from "./io.ts";

/** What every command of the installer can be told. */
export interface PlaceOptions {
  readonly user?: true;
  readonly directory?: string;
  readonly json?: true;
  readonly verbose?: true;
}

export const placeOptions: readonly OptionSpec[] = [
  { flags: "--user", description: "for all your projects: ~/.agents and CODEX_HOME, instead of this repository" },
  { flags: "--directory <dir>", description: "this directory, instead of the repository around the current one" },
  { flags: "--json", description: "print JSON" },
  { flags: "--verbose", description: "name every file" },
];

/** What a command that writes can be told besides. */
export interface WriteOptions extends PlaceOptions {
  readonly dryRun?: true;
  readonly yes?: true;
}

export const writeOptions: readonly OptionSpec[] = [
  { flags: "--dry-run", description: "print the plan and write nothing" },
  { flags: "--yes", description: "do not ask" },
  ...placeOptions,
];

/**
 * The place of a command that needs no new one.
 * @throws Failure install/no-repository, cli/usage
 */
export function placeFor(io: Io, options: PlaceOptions): Place {
  const place = findPlace(io.cwd, io.env, options);
  if (place !== undefined) return place;
  throw new Failure("install/no-repository", "this directory is in no git repository", {
    status: 2,
    hint: "run git init first, or say where: --directory <dir>, or --user for all your projects",
  });
}
