import { shell, type TurnItem } from "../turn-items.ts";

/** Applies a patch, in the form Codex reads: it becomes a change of files, not a command. */
export function applyPatch(...lines: readonly string[]): TurnItem {
  return shell(["apply_patch <<'END'", "*** Begin Patch", ...lines, "*** End Patch", "END"].join("\n"));
}
