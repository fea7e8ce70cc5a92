import { Failure } from "../core/failure.ts";
import type { Io } from "./io.ts";

/** Whether a person sits there to be asked. */
export function canAsk(io: Io): boolean {
  return io.terminal.stdin && io.terminal.stdout && !io.env["CI"];
}

/**
 * Asks a yes-or-no question on the terminal.
 * @param byEnter what Enter alone means
 * @throws Failure cli/interrupted when the person leaves instead
 */
export async function ask(question: string, byEnter = true): Promise<boolean> {
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: question, initialValue: byEnter });
  if (isCancel(answer)) throw new Failure("cli/interrupted", "nothing was written");
  return answer;
}
