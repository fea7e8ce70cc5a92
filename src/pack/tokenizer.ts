import { estimatedTokens, type TokenCounter } from "./budgets.ts";

/** The tokenizer of o200k_base, where its package is installed (in this repository); else an estimate. It is not part of the bundle. */
export async function loadTokenizer(): Promise<TokenCounter> {
  const name = "gpt-tokenizer/encoding/o200k_base";
  try {
    const { countTokens } = (await import(name)) as { countTokens: (text: string) => number };
    return { count: (text) => countTokens(text), exact: true };
  } catch {
    return estimatedTokens;
  }
}
