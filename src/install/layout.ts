/** The names of Baton's own files in a place; targets as everywhere. */
export const layout = {
  manifest: ".baton/manifest.json",
  program: ".baton/bin/baton.mjs",
  gitignore: ".baton/.gitignore",
  configToml: ".codex/config.toml",
  hooksJson: ".codex/hooks.json",
} as const;

/** Where the pristine copy of a target lies. */
export function basePath(target: string): string {
  return `.baton/base/${target}`;
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
