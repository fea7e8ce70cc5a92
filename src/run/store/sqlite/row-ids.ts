// Rows of one run lie side by side, in the order they are read, because a row's id begins with the run's number: an append
// goes to the end of its run's rows, and a run with its few steps is one page. All ids stay below 2^53.
const eventsARun = 2 ** 26;
const foldsARun = 2 ** 10;

/** The row of a run's event in `events`. */
export function eventRow(run: number, seq: number): number {
  return run * eventsARun + Math.min(seq, eventsARun - 1);
}

/** The row of a run's stored state in `folds`: the run itself. Its steps follow, in order. */
export function runRow(run: number): number {
  return run * foldsARun;
}

/** The row of a run's step in `folds`, by its position. */
export function stepRow(run: number, position: number): number {
  return run * foldsARun + 1 + position;
}

/** The last row that can be of a run in `folds`. */
export function lastFoldRow(run: number): number {
  return (run + 1) * foldsARun - 1;
}

/** The last row that can be of a run in `events`. */
export function lastEventRow(run: number): number {
  return (run + 1) * eventsARun - 1;
}

/** Which run's number the rows of a table belong to, as SQL. */
export const runOfRow = { events: "id >> 26", folds: "id >> 10", keys: "run" } as const;
