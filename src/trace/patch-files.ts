import { isAbsolute, join, sep } from "node:path";
import { marksOf } from "./marks-of.ts";
import { relativePath } from "./relative-path.ts";
import type { FilesChanged } from "./trace-event.ts";

type ChangedFile = FilesChanged["files"][number];

const lines = /^\*\*\* (?:(Add|Update|Delete) File|Move to): ?(.+?)\r?$/gm;
const changes = { Add: "added", Update: "updated", Delete: "deleted" } as const;

/**
 * The files a patch in Codex's own format names, as seen from the session's directory; a moved file is deleted at its old
 * place and added at its new one.
 * @param from the directory the patch is applied in, where that is not the session's
 */
export function patchFiles(patch: string, session: string, from?: string | null): ChangedFile[] {
  const files: ChangedFile[] = [];
  const heads = [...patch.matchAll(lines)];
  for (const [at, { 0: head, 1: verb, 2: named = "", index }] of heads.entries()) {
    const path = relativePath(isAbsolute(named) || !from ? named : join(from, named).replaceAll(sep, "/"), session);
    if (verb !== undefined) {
      const marks = verb === "Update" ? marksOf(patch.slice(index + head.length, heads[at + 1]?.index)) : undefined;
      files.push({ path, change: changes[verb as keyof typeof changes], ...(marks && { marks }) });
    } else {
      const moved = files.pop();
      if (moved !== undefined) files.push({ path: moved.path, change: "deleted" });
      files.push({ path, change: "added" });
    }
  }
  return files;
}

const call =
  /^\s*(?:cd\s+(?:"([^"]+)"|'([^']+)'|(\S+))\s*&&\s*)?(?:apply_patch|applypatch)\s+<<-?\s*(['"]?)(\w+)\4\s*\n/;

/**
 * The directory in which a shell command applies a patch, if it does nothing else: Codex then applies it itself and starts
 * no shell. Undefined for any other command, null for the command's own directory.
 */
export function patchDirectory(command: string): string | null | undefined {
  const found = call.exec(command);
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3] ?? null);
}
