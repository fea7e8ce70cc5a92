import { join } from "node:path";
import { batonGitignore } from "../core/baton-gitignore.ts";
import { Failure } from "../core/failure.ts";
import { builtFiles } from "./built-files.ts";
import { type Content, contentOf } from "./content.ts";
import type { Disk } from "./disk.ts";
import { isProgram, layout } from "./layout.ts";
import { withUnixLineEnds } from "./line-ends.ts";
import type { Release, ReleaseFile } from "./release.ts";
import { foldedPath, targetProblem } from "./target-path.ts";

/** Which directory of the package goes where. Every file below it is installed: there is no list to keep. */
const folders: readonly { readonly from: string; readonly to: string; readonly only?: RegExp }[] = [
  { from: "skills", to: ".agents/skills", only: /\// },
  { from: "recipes", to: ".agents/skills", only: /\// },
  { from: "agents", to: ".codex/agents", only: /^[^/]+\.toml$/ },
  { from: "references/schemas", to: ".baton/schemas" },
  { from: "references/templates", to: ".baton/templates" },
];
const singles: readonly { readonly from: string; readonly to: string; readonly missing: string }[] = [
  { from: "references/contract.yaml", to: ".baton/contract.yaml", missing: "install the package again" },
  { from: "references/contract.schema.json", to: ".baton/contract.schema.json", missing: "install the package again" },
  { from: builtFiles.program, to: layout.program, missing: "run npm run build in the checkout" },
  { from: builtFiles.hook, to: layout.hook, missing: "run npm run build in the checkout" },
];

/**
 * Reads what a package directory has to install.
 * @throws Failure pack/incomplete when it lacks its contract or its program
 */
export function readRelease(disk: Disk, root: string, version: string): Release {
  const files: ReleaseFile[] = [];
  const add = (source: string, target: string, mode: number): void => {
    const executable = !isProgram(target) && (mode & 0o100) !== 0;
    files.push({ target, source, content: withUnixLineEnds(disk.read(join(root, source))), executable });
  };
  for (const { from, to, only } of folders) {
    for (const { name, mode } of filesBelow(disk, join(root, from))) {
      if (only?.test(name) !== false) add(`${from}/${name}`, `${to}/${name}`, mode);
    }
  }
  for (const { from, to, missing } of singles) {
    const entry = disk.look(join(root, from));
    if (entry?.kind !== "file")
      throw new Failure("pack/incomplete", `the package at ${root} has no ${from}`, { hint: missing });
    add(from, to, entry.mode);
  }
  files.push(made(layout.gitignore, contentOf(batonGitignore)));
  return { version, files: checked(files.sort((one, other) => (one.target < other.target ? -1 : 1))) };
}

function made(target: string, content: Content): ReleaseFile {
  return { target, source: "(made by the installer)", content, executable: false };
}

/** Regular files below a directory, by their paths relative to it; hidden ones and links are not part of a pack. */
function filesBelow(disk: Disk, directory: string, below = ""): { name: string; mode: number }[] {
  return disk.names(directory).flatMap((name) => {
    if (name.startsWith(".")) return [];
    const path = join(directory, name);
    const entry = disk.look(path);
    if (entry?.kind === "directory") return filesBelow(disk, path, `${below}${name}/`);
    return entry?.kind === "file" ? [{ name: below + name, mode: entry.mode }] : [];
  });
}

/** A pack whose names cannot be installed everywhere is a mistake of whoever made it. */
function checked(files: readonly ReleaseFile[]): readonly ReleaseFile[] {
  const seen = new Map<string, string>();
  for (const { target, source } of files) {
    const problem = targetProblem(target);
    if (problem !== undefined)
      throw new Failure("pack/incomplete", `${source} cannot be installed: its path ${problem}`);
    const other = seen.get(foldedPath(target));
    if (other !== undefined)
      throw new Failure("pack/incomplete", `${source} and ${other} would be installed to the same path`);
    seen.set(foldedPath(target), source);
  }
  return files;
}
