import type { Diagnostic, Span } from "../core/diagnostic.ts";

/** Typed data with positions: what every parser of this folder returns. Parsers never throw on bad input. */
export interface Parsed {
  /** The value, or undefined when the text could not be read as one. */
  readonly value: unknown;
  readonly findings: readonly Diagnostic[];
  /** Where the value at a JSON pointer (RFC 6901) stands; with `key`, the property's name instead of its value. */
  readonly locate: (pointer: string, part?: "key" | "value") => Span | undefined;
}

/** What input may cost. Sizes in UTF-16 units. */
export const limits = { documentSize: 1_000_000, depth: 64 } as const;

/** Whether objects and arrays nest deeper than `depth` levels; true for a value that holds itself. */
export function nestsDeeperThan(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== "object") return false;
  if (depth === 0) return true;
  return Object.values(value).some((inner) => nestsDeeperThan(inner, depth - 1));
}

/** Splits a JSON pointer into its unescaped segments; "" is the whole document. */
export function pointerSegments(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Joins segments into a JSON pointer. */
export function pointerOf(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
