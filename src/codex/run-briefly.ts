import { text } from "node:stream/consumers";
import { killChild, startChild } from "./start-child.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a program to its end and gives what it printed, trimmed; undefined when it fails, or is still running at the time limit. */
export async function runBriefly(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Environment; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const child = startChild(command, args, options);
  const stop = (): void => killChild(child);
  options.signal.addEventListener("abort", stop);
  if (options.signal.aborted) stop();
  try {
    child.stdin.on("error", () => undefined).end();
    child.stderr.resume();
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const [status, printed] = await Promise.all([ended, text(child.stdout)]);
    return status === 0 ? printed.trim() : undefined;
  } catch {
    return undefined;
  } finally {
    options.signal.removeEventListener("abort", stop);
  }
}
