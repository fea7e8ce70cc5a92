export const backoffs = ["fixed", "linear", "exponential"] as const;

/** How long to wait before a step is tried again. `capMs` is 60 s unless the definition says otherwise. */
export interface RetryPolicy {
  readonly backoff: (typeof backoffs)[number];
  readonly initialMs: number;
  readonly capMs?: number;
}

const defaultCapMs = 60_000;

/** The wait after `attempt` attempts (1 or more) have failed: 1, 1, 1 … or 1, 2, 3 … or 1, 2, 4 … times the initial one, capped. */
export function backoffMs(policy: RetryPolicy, attempt: number): number {
  const factor = { fixed: 1, linear: attempt, exponential: 2 ** (attempt - 1) }[policy.backoff];
  return Math.min(policy.initialMs * factor, policy.capMs ?? defaultCapMs);
}
