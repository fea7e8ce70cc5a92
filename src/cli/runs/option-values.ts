import { Failure } from "../../core/failure.ts";
import { instantOf, parseInstant } from "../../run/instant.ts";

/**
 * Reads a whole number from an option.
 * @throws Failure cli/usage
 */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw usage(option, text, "a whole number");
}

/**
 * Reads a JSON value from an option.
 * @throws Failure cli/usage
 */
export function jsonValue(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(option, text, `JSON: ${(error as Error).message}`);
  }
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * Reads a length of time like `90m` or `30d`, in milliseconds.
 * @throws Failure cli/usage
 */
export function duration(option: string, text: string): number {
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) return Number(count) * (units[unit] ?? 0);
  throw usage(option, text, "a length of time like 90m, 12h, 30d or 4w");
}

/**
 * Reads a moment (ISO 8601 with offset, or a date) or a length of time from now on.
 * @throws Failure cli/usage
 */
export function moment(option: string, text: string, nowMs: number): string {
  if (/^\d+[smhdw]$/.test(text)) return instantOf(nowMs + duration(option, text));
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw usage(option, text, "a moment like 2026-01-31T09:30:00Z, a date, or a length of time like 90m");
}

function usage(option: string, text: string, what: string): Failure {
  return new Failure("cli/usage", `${option} is "${text}", not ${what}`, { status: 2 });
}
