/** Counts the tokens of a text; `exact` is false for an estimate. */
export interface TokenCounter {
  readonly count: (text: string) => number;
  readonly exact: boolean;
}

/** What a pack may cost its users, in tokens of o200k_base. What is left out is not held. */
export interface Budgets {
  /** The file they come from, for findings. */
  readonly file: string;
  /** The list of skills as Codex renders it into every session. */
  readonly listing?: number;
  /** An agent's instructions with every skill they order to load: on average, and at most. */
  readonly agentAverage?: number;
  readonly agentMost?: number;
  /** A recipe with what it orders to read before its first stop. */
  readonly recipeBeforeFirstStop?: number;
}

/** The names a budget file may hold. */
export const budgetNames = ["listing", "agentAverage", "agentMost", "recipeBeforeFirstStop"] as const;

/** An estimate for where no tokenizer is at hand: four characters a token. English prose comes out a little high. */
export const estimatedTokens: TokenCounter = { count: (text) => Math.ceil(text.length / 4), exact: false };
