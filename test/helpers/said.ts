import type { Diagnostic, Where } from "../../src/core/diagnostic.ts";

/** A finding on one line: `code line:column+length message → hint`, with related places behind it. */
export function said({ code, severity, message, hint, where, related }: Diagnostic): string {
  const first = `${code}${severity === "error" ? "" : ` (${severity})`} ${placeOf(where)} ${message}`;
  const others = (related ?? []).map((one) => ` | ${placeOf(one.where)} ${one.note}`);
  return `${first}${hint === undefined ? "" : ` → ${hint}`}${others.join("")}`;
}

function placeOf({ span }: Where): string {
  if (span === undefined) return "-";
  return `${span.line}:${span.column}${span.length === undefined ? "" : `+${span.length}`}`;
}
