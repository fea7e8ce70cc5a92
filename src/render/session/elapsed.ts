/** A length of time as a clock shows it: `0:04`, `12:31`, `1:02:03`. What is no length counts as none. */
export function elapsed(ms: number): string {
  const seconds = Number.isFinite(ms) && ms > 0 ? Math.floor(ms / 1_000) : 0;
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** A length of time in minutes, for a column of them: `0.4`, `12`. */
export function minutes(ms: number): string {
  const length = ms / 60_000;
  return length < 10 ? length.toFixed(1) : Math.round(length).toLocaleString("en-US");
}

/** A length of time in words: `40 s`, `12 min`, `3 h 20 min`, `2 days`. */
export function lengthWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const whole = Math.round(seconds / 60);
  if (whole < 60) return `${whole} min`;
  if (whole < 48 * 60) return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
  return `${Math.round(whole / 1_440)} days`;
}
