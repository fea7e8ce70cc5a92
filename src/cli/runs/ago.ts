const units: readonly (readonly [ms: number, one: string])[] = [
  [86_400_000, "day"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
];

/** How long, in the largest fitting unit: `3 days`, `2 h`, `5 min`, `12 s`, `a moment`. A clock that was set back counts as that. */
export function howLong(ms: number): string {
  const [unitMs, unit] = units.find(([length]) => ms >= length) ?? [0, ""];
  if (unitMs === 0) return "a moment";
  const count = Math.floor(ms / unitMs);
  return `${count} ${unit === "day" && count !== 1 ? "days" : unit}`;
}

/** How long ago a moment was. */
export function since(at: string, now: string): string {
  return howLong(Date.parse(now) - Date.parse(at));
}

/** A moment with its distance: `2026-01-31 09:30 UTC (in 5 min)`. */
export function until(at: string, now: string): string {
  const waitMs = Date.parse(at) - Date.parse(now);
  const day = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  return waitMs > 0 ? `${day} (in ${howLong(waitMs)})` : day;
}
