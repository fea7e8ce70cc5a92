import { parseFields } from "./json-fields.ts";
import type { TokenUse } from "./timeline.ts";

const totals = /^"info":\{"total_token_usage":(\{[^{}]*\})/;

/** The tokens of a thread, from what the head of a `token_count` line says after its type; zeros when it says nothing. */
export function readTokenUse(rest: string): TokenUse {
  const total = parseFields(totals.exec(rest)?.[1] ?? "");
  const count = (key: string): number => {
    const value = total?.[key];
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return {
    input: count("input_tokens"),
    cachedInput: count("cached_input_tokens"),
    output: count("output_tokens"),
    reasoning: count("reasoning_output_tokens"),
    total: count("total_tokens"),
  };
}

/** Whether a `token_count` line says so much; the first of a session says none. */
export function tellsTokens(rest: string): boolean {
  return totals.test(rest);
}
