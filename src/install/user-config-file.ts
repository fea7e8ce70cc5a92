import { lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Failure } from "../core/failure.ts";
import { unreadableConfig } from "./config/config-failure.ts";
import { contentOf, fromBytes, textOf } from "./content.ts";
import { diskFailure } from "./disk-failure.ts";
import { realDisk } from "./real-disk.ts";
import { temporaryBeside } from "./temporary-file.ts";

/** The user's `config.toml` as it was read, and where it really is. */
export interface UserConfigFile {
  /** Where Codex looks for it. */
  readonly path: string;
  /** What it is a link to, without links; `path` for a file of its own. */
  readonly target: string;
  /** Undefined when there is none. */
  readonly text: string | undefined;
  readonly mode: number;
}

/**
 * Reads the user's config.toml. People keep theirs among their dotfiles: a link is followed, to a file of their own and
 * to nowhere inside the project, whose agents could write there.
 * @param project the project's root, without links
 * @throws Failure install/config-link, install/config-unreadable, install/disk
 */
export function readUserConfig(codexHome: string, project: string): UserConfigFile {
  const path = join(codexHome, "config.toml");
  try {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (entry === undefined) return { path, target: path, text: undefined, mode: 0o600 };
    const target = entry.isSymbolicLink() ? followed(path, project) : path;
    const stats = statSync(target);
    if (!stats.isFile()) throw refusal(path, "it is no file");
    const { mode } = stats;
    return { path, target, text: textIn(target, path), mode: mode & 0o777 };
  } catch (error) {
    throw diskFailure(error);
  }
}

/**
 * Puts another text in the place of the one that was read: as a whole, or not at all. A link goes on pointing at it.
 * @throws Failure install/config-changed when it is not as it was read, install/disk
 */
export async function replaceUserConfig({ path, target, text, mode }: UserConfigFile, after: string): Promise<void> {
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const temporary = temporaryBeside(target);
    await realDisk.createSafely(temporary, contentOf(after), mode);
    try {
      const now = lstatSync(target, { throwIfNoEntry: false }) === undefined ? undefined : textIn(target, path);
      if (now !== text) throw changedMeanwhile(path);
      realDisk.rename(temporary, target);
    } catch (error) {
      realDisk.remove(temporary);
      throw error;
    }
    await realDisk.syncDirectory(dirname(target));
  } catch (error) {
    throw diskFailure(error);
  }
}

function followed(path: string, project: string): string {
  const target = realOf(path);
  if (target === undefined) throw refusal(path, "it is a link that leads nowhere");
  if (process.getuid !== undefined && statSync(target).uid !== process.getuid()) {
    throw refusal(path, "it is a link to somebody else's file");
  }
  const inside = relative(project, target);
  if (inside !== ".." && !inside.startsWith(`..${sep}`) && inside !== target) {
    throw refusal(path, "it is a link into the project, which would decide about itself");
  }
  return target;
}

function refusal(path: string, why: string): Failure {
  const hint = "put a file of your own there, and run the command again; nothing was changed";
  return new Failure("install/config-link", why, { where: { file: path }, hint });
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function textIn(target: string, shown: string): string {
  const text = textOf(fromBytes(readFileSync(target)));
  if (text === undefined) throw unreadableConfig(shown, "it is not UTF-8");
  return text;
}

function changedMeanwhile(path: string): Failure {
  return new Failure("install/config-changed", "somebody else has just written it, and it was left as it is", {
    where: { file: path },
    hint: "run the command again",
  });
}
