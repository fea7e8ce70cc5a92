/** The time in ISO 8601 with milliseconds, UTC; the fallback for what is no time. */
export function isoTime(given: unknown, fallback: string): string {
  if (typeof given !== "string" || given.length > 40) return fallback;
  const time = new Date(given);
  return Number.isNaN(time.getTime()) ? fallback : time.toISOString();
}
