import { Failure } from "../../core/failure.ts";
import { closedList } from "../../core/suggest.ts";
import type { RunContext } from "../../run/operations/context.ts";

/**
 * The run that is meant: the one written, else the only one that has not ended.
 * @throws Failure cli/usage when nothing is written and there is none, or several
 */
export async function meantRun({ store }: RunContext, written: unknown): Promise<string> {
  if (typeof written === "string") return written;
  const live = await store.list({ includeEnded: false, limit: 12 });
  const [only] = live;
  if (only !== undefined && live.length === 1) return only.run.id;
  const message =
    only === undefined
      ? "no run is open in this repository"
      : `several runs are open: ${closedList(live.map(({ run }) => run.id))}`;
  throw new Failure("cli/usage", message, {
    status: 2,
    hint: only === undefined ? "baton run list --include-ended shows those that ended" : "name the one you mean",
  });
}
