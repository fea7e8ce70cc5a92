import type { StoredRun } from "./rows.ts";

/** Runs kept at hand: a process works on one or a few. */
const most = 16;

/**
 * The runs that this process read or wrote last. Another process may have changed one since: whoever uses it makes sure
 * that its seal in the database is still the same, which no change leaves as it was.
 */
export class RecentRuns {
  readonly #runs = new Map<string, StoredRun>();

  get(id: string): StoredRun | undefined {
    return this.#runs.get(id);
  }

  keep(stored: StoredRun): void {
    const { id } = stored.state.run;
    this.#runs.delete(id);
    this.#runs.set(id, stored);
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > most && oldest !== undefined) this.#runs.delete(oldest);
  }
}
