import * as z from "zod/mini";

const payload = z.object({
  hook_event_name: z.string(),
  cwd: z.string(),
  agent_type: z.optional(z.string()),
  agent_transcript_path: z.optional(z.nullable(z.string())),
  last_assistant_message: z.optional(z.nullable(z.string())),
});

/** A hook's input, as far as Baton reads it. Source of the format: Codex 0.169, hook input schemas. */
export type HookPayload = z.infer<typeof payload>;

/** Reads what Codex writes to a hook's standard input; undefined when it is not that. */
export function readHookPayload(text: string): HookPayload | undefined {
  try {
    const read = payload.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
