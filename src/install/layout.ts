/** The names of Baton's own files in a place; targets as everywhere. */
export const layout = {
  manifest: ".baton/manifest.json",
  program: ".baton/bin/baton.mjs",
  /** What the hooks start: it reads what it needs from the program beside it. */
  hook: ".baton/bin/hook.mjs",
  gitignore: ".baton/.gitignore",
  baseCopies: ".baton/base.jsonl",
  configToml: ".codex/config.toml",
  hooksJson: ".codex/hooks.json",
} as const;

/** Whether a target is one of the programs that hooks and the MCP server start. */
export function isProgram(target: string): boolean {
  return target === layout.program || target === layout.hook;
}

const bases = ".baton/base/";

/**
 * By which path plans and snapshots know the pristine copy of a target. No file lies there: all copies are in
 * `layout.baseCopies`, which `readSnapshot` and `foldBaseCopies` alone know of.
 */
export function basePath(target: string): string {
  return bases + target;
}

/** The target whose pristine copy a path means; undefined for any other path. */
export function targetOfBase(path: string): string | undefined {
  return path.startsWith(bases) ? path.slice(bases.length) : undefined;
}

/** Where the copy with both versions of a conflicting target lies. */
export function conflictPath(target: string): string {
  return `.baton/conflicts/${target}`;
}

/** Where what stood at a target is kept before it is replaced; `number` counts the installs that did so. */
export function backupPath(number: number, target: string): string {
  return `.baton/backup/${number}/${target}`;
}

/** The directories a target lies in, outermost first: `.agents`, `.agents/skills`, … */
export function directoriesOf(target: string): string[] {
  const parts = target.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
