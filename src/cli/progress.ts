import type { Io } from "./io.ts";

/** A line on standard error for as long as something takes. */
export interface Progress {
  readonly end: () => void;
}

/** Shows what is going on, on a terminal, when it has taken over a second; the line is gone afterwards. */
export function showProgress(io: Io, words: string): Progress {
  if (!io.terminal.stderr) return { end: () => undefined };
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    io.err(words);
  }, 1_000);
  return {
    end: () => {
      clearTimeout(timer);
      if (shown) io.err("\r\u001b[K");
    },
  };
}
