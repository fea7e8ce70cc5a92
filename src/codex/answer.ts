/** What Codex said to one question, or why there is no answer. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** The value, when there is one. */
export function answered<T>(answer: Answer<T>): T | undefined {
  return answer.ok ? answer.value : undefined;
}

/** Waits for an answer; whatever goes wrong is the reason why there is none. */
export async function attempt<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
