/** A moment as `2026-01-31T09:30:00.000Z`: always UTC, always with milliseconds, so that two of them compare as texts. */
export type Instant = string;

/** The moment of a count of milliseconds since 1970. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/;

/** Reads ISO 8601: a date (midnight UTC), or a date and time with its offset. Undefined for anything else. */
export function parseInstant(text: string): Instant | undefined {
  if (!form.test(text)) return undefined;
  const epochMs = Date.parse(text);
  // Of a day that no month has, Date makes one of the next month.
  const midnightMs = Date.parse(text.slice(0, 10));
  if (Number.isNaN(epochMs) || !instantOf(midnightMs).startsWith(text.slice(0, 10))) return undefined;
  const instant = instantOf(epochMs);
  return /^\d{4}-/.test(instant) ? instant : undefined;
}

/** The moment `delayMs` after another. */
export function later(instant: Instant, delayMs: number): Instant {
  return instantOf(Date.parse(instant) + delayMs);
}
