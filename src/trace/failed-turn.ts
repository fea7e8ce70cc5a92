import { cutText, textLimits } from "./cut-text.ts";
import { fieldsOf, parseFields } from "./json-fields.ts";
import { headBytes, readHead } from "./line-head.ts";
import { readTail } from "./read-tail.ts";
import { turnFailure } from "./turn-failure.ts";

/** A turn of a thread that came to nothing. */
export interface FailedTurn {
  /** When it ended, in ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly failed: string;
}

/** Behind the line that ends a turn comes little, and before it no line of interest. */
const tailBytes = 1 << 18;

/**
 * How a thread's last turn failed, or was cut off, by the end of its session file; undefined where it ended otherwise, is
 * under way, or where the file does not tell.
 */
export function failedTurn(file: string): FailedTurn | undefined {
  for (const line of readTail(file, tailBytes)) {
    const { type, kind, at } = readHead(line.slice(0, headBytes));
    if (type !== "event_msg" || !turnLines.has(kind)) continue;
    const payload = fieldsOf(parseFields(line)?.["payload"]);
    const failed = turnLines.get(kind) === "begins" ? null : turnFailure(payload);
    return failed === null ? undefined : { at, failed: cutText(failed, textLimits.reason) };
  }
  return undefined;
}

const turnLines: ReadonlyMap<string, "begins" | "ends"> = new Map([
  ["task_started", "begins"],
  ["task_complete", "ends"],
  ["turn_aborted", "ends"],
]);
