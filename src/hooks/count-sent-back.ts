import { readTail } from "../trace/read-tail.ts";

/** How much of a session file's end is looked at: an agent's last rounds lie there. */
const tailBytes = 4_000_000;

/** A message to the agent: Codex's first generation writes a task as a user's, the second as another agent's. */
const asked = /"role":"user","content":\[\{"type":"input_text"|"type":"agent_message"/;
const sentBack = '"role":"user","content":[{"type":"input_text","text":"<hook_prompt';

/**
 * How often a hook has sent a subagent back since it was last asked something, counted in its session file: each time
 * Codex gives it the hook's reason as a message that starts with `<hook_prompt`. A file that cannot be read counts as never.
 */
export function countSentBack(transcript: string | null | undefined): number {
  let count = 0;
  for (const line of readTail(transcript ?? "", tailBytes)) {
    if (line.includes(sentBack)) count++;
    else if (asked.test(line)) break;
  }
  return count;
}
