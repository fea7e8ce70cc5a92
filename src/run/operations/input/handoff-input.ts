import * as z from "zod";
import { name, runId, text } from "./fields.ts";

/** The input of `workflow_handoff`. */
export const handoffInput = z.strictObject({
  run_id: runId,
  actor: name.describe("Who hands over: the owner"),
  new_owner: name,
  handoff_note: text.optional().describe("What the new owner has to know"),
  next_action: text.nullable().optional().describe("The next concrete thing to do"),
});
export type HandoffInput = z.infer<typeof handoffInput>;
