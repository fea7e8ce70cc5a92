/** The files a patch in the form of Codex's `apply_patch` adds, changes, deletes or moves. */
export function patchedPaths(patch: string): string[] {
  return [...patch.matchAll(/^\*\*\* (?:Add File|Update File|Delete File|Move to): (.+)$/gm)].map(([, path = ""]) =>
    path.trim(),
  );
}
