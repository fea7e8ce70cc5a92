/** Other clients, as directories of packs call their variants of a skill. */
const clients =
  "antigravity|claude-code|claude|cline|cursor|gemini-cli|gemini|github-copilot|copilot|opencode|qwen-code|qwen|roo|windsurf";
const client = new RegExp(`(?<![a-z0-9])(?:${clients})(?![a-z0-9])`);

/** Leaves out what lies in a directory of another client that has a counterpart for Codex beside it: `claude-code-skills/x` beside `codex-skills/x`. */
export function forCodex<T extends { readonly path: string }>(found: readonly T[]): T[] {
  const directories = new Set(found.flatMap(({ path }) => directoriesOf(path)));
  return found.filter(({ path }) =>
    directoriesOf(path).every((directory) => {
      const cut = directory.lastIndexOf("/") + 1;
      const name = directory.slice(cut);
      return !client.test(name) || !directories.has(directory.slice(0, cut) + name.replace(client, "codex"));
    }),
  );
}

/** Every directory on the way to a file: `a`, `a/b` for `a/b/c.md`. */
function directoriesOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
