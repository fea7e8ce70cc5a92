/**
 * Runs something that may be interrupted: on SIGINT or SIGTERM the signal it gets is aborted, instead of the process
 * dying between two writes. A second one kills as usual.
 */
export async function interruptibly<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, abort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.removeListener(signal, abort);
  }
}
