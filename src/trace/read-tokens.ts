import { fieldsOf, parseFields } from "./json-fields.ts";
import type { TokenUse } from "./timeline.ts";

/** The tokens a `token_count` line gives; zeros where there is none. */
export function readTokens(line: Buffer | null): TokenUse {
  const info = fieldsOf(fieldsOf(parseFields(line?.toString("utf8") ?? "")?.["payload"])["info"]);
  const total = fieldsOf(info["total_token_usage"]);
  const count = (key: string): number => {
    const value = total[key];
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
