import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";

/** A stand-in for `CODEX_HOME` that Codex may write to. */
export interface HomeMirror {
  readonly path: string;
  /** Turns paths of the stand-in into those of the real directory. */
  readonly toReal: (text: string) => string;
  readonly remove: () => void;
}

/**
 * Makes a private directory that says the same to Codex as its own: a copy of the configuration and hooks, links to
 * agents and skills. Codex writes databases, locks, its own skills and an installation id wherever it starts; here they
 * are thrown away. Credentials and sessions are not in it, so none can be used or changed.
 * @param codexHome the real directory; it need not exist
 * @param config a text that stands in for its config.toml, to see what Codex would say to it
 */
export function mirrorHome(codexHome: string, config?: string): HomeMirror {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "baton-doctor-")));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  try {
    for (const name of namesIn(codexHome)) {
      const from = join(codexHome, name);
      const kind = kindOf(from);
      if (kind === "file" && name.endsWith(".toml"))
        writeConfig(readFileSync(from, "utf8"), join(path, name), codexHome, path);
      else if (kind === "file" && name === "hooks.json") copyFileSync(from, join(path, name));
      else if (name === "agents") link(from, join(path, name));
    }
    if (config !== undefined) writeConfig(config, join(path, "config.toml"), codexHome, path);
    mkdirSync(join(path, "skills"));
    // Codex unpacks its own skills into .system.
    for (const name of namesIn(join(codexHome, "skills"))) {
      if (!name.startsWith(".")) link(join(codexHome, "skills", name), join(path, "skills", name));
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove, toReal: (text) => text.replaceAll(path, codexHome) };
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

function kindOf(path: string): "file" | "directory" | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? "file" : stat?.isDirectory() ? "directory" : undefined;
}

function link(from: string, to: string): void {
  if (kindOf(from) === "directory") symlinkSync(realpathSync(from), to, "junction");
}

/** A hook's trust is recorded under the path of the file it stands in: the copy's hooks are those of the original. */
function writeConfig(original: string, to: string, codexHome: string, mirror: string): void {
  const home = existsSync(codexHome) ? realpathSync(codexHome) : codexHome;
  let text = original;
  for (const file of ["hooks.json:", "config.toml:"]) {
    for (const written of [asIs, escaped]) {
      for (const real of new Set([codexHome, home]))
        text = text.replaceAll(written(real + sep + file), written(mirror + sep + file));
    }
  }
  writeFileSync(to, text, { mode: 0o600 });
}

function asIs(text: string): string {
  return text;
}

/** As it stands between the quotes of a basic TOML string. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
