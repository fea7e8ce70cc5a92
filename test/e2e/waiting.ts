import { objectOf, parseJson } from "./json-value.ts";
import type { ModelRequest } from "./model-request.ts";
import type { SpawnBook } from "./spawn-book.ts";
import type { WaitOptions } from "./turn-items.ts";

/**
 * The tasks a wait call is for; none when there is nothing to wait for. When all have answered already, the first
 * generation still waits for the last one, which returns at once; the second would sit out its whole time.
 */
export function tasksToWaitFor(options: WaitOptions, request: ModelRequest, book: SpawnBook): readonly string[] {
  const awaited = options.tasks ?? book.tasksOf(request.thread);
  const pending = awaited.filter((taskName) => !request.answers.has(taskName));
  if (pending.length > 0) return pending;
  return options.once || request.surface.agents === "ids" ? awaited.slice(-1) : [];
}

/** Whether waiting ends here: all have answered, or the last wait call timed out or was refused. */
export function waitingIsOver(options: WaitOptions, request: ModelRequest, book: SpawnBook): boolean {
  const awaited = options.tasks ?? book.tasksOf(request.thread);
  const last = request.toolOutputs.findLast((output) => output.name === "wait_agent");
  const goesOn = objectOf(parseJson(last?.text ?? "")).timed_out === false;
  return !goesOn || awaited.every((taskName) => request.answers.has(taskName));
}
