import type { Case } from "./case.ts";

/** Whether an agent that has already answered its step was asked something beside the flow: it may answer in any form. */
export function isAside({ agents, positions }: Case, thread: string): boolean {
  const known = agents.get(thread)?.answers ?? [];
  if (!known.some((answer) => answer.valid)) return false;
  return !positions.some(({ tokens }) => tokens.some((token) => token.state === "running" && token.thread === thread));
}
