import type { FilesChanged } from "./trace-event.ts";

type ChangedFile = FilesChanged["files"][number];

const lines = /^\*\*\* (?:(Add|Update|Delete) File|Move to): ?(.+?)\r?$/gm;
const changes = { Add: "added", Update: "updated", Delete: "deleted" } as const;

/** The files a patch in Codex's own format names; a moved file is deleted at its old place and added at its new one. */
export function patchFiles(patch: string): ChangedFile[] {
  const files: ChangedFile[] = [];
  for (const [, verb, path = ""] of patch.matchAll(lines)) {
    if (verb !== undefined) files.push({ path, change: changes[verb as keyof typeof changes] });
    else {
      const moved = files.pop();
      if (moved !== undefined) files.push({ ...moved, change: "deleted" });
      files.push({ path, change: "added" });
    }
  }
  return files;
}

const call = /^\s*(?:cd\s+\S+\s*&&\s*)?(?:apply_patch|applypatch)\s+<<-?\s*(['"]?)(\w+)\1\s*\n/;

/** The patch a shell command is nothing but the application of: Codex applies it itself and starts no shell. */
export function patchInCommand(command: string): string | undefined {
  return call.test(command) ? command : undefined;
}
