import type { Io } from "./io.ts";

/** A line on standard error for as long as something takes. */
export interface Progress {
  /** Says something else from now on. */
  readonly tell: (words: string) => void;
  readonly end: () => void;
}

/** Shows what is going on, on a terminal, when it has taken over a second; the line is gone afterwards. */
export function showProgress(io: Io, words: string): Progress {
  if (!io.terminal.stderr) return { tell: () => undefined, end: () => undefined };
  let shown = false;
  let now = words;
  const timer = setTimeout(() => {
    shown = true;
    io.err(now);
  }, 1_000);
  return {
    tell: (next) => {
      now = next;
      if (shown) io.err(`\r\u001b[K${now}`);
    },
    end: () => {
      clearTimeout(timer);
      if (shown) io.err("\r\u001b[K");
    },
  };
}
