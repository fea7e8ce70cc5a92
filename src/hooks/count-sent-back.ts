import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** How much of a session file's end is looked at: an agent's last rounds lie there. */
const tailBytes = 4_000_000;

/**
 * How often a hook has sent a subagent back, counted in its session file: each time Codex gives it the hook's reason as
 * a message that starts with `<hook_prompt`. A file that cannot be read counts as never.
 */
export function countSentBack(transcript: string | null | undefined): number {
  if (!transcript) return 0;
  try {
    const file = openSync(transcript, "r");
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.alloc(Math.min(size, tailBytes));
      readSync(file, bytes, 0, bytes.length, size - bytes.length);
      return (
        bytes.toString("latin1").split('"role":"user","content":[{"type":"input_text","text":"<hook_prompt').length - 1
      );
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
}
