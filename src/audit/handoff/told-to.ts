import type { AgentCase } from "../case.ts";

/** All an agent was told; undefined where some of it cannot be read, or was cut, and where it got the whole conversation. */
export function toldTo({ told, inherits }: AgentCase): readonly string[] | undefined {
  if (inherits) return undefined;
  const texts = told.filter((text) => text !== null && !text.endsWith(" more characters]"));
  return texts.length === told.length ? (texts as readonly string[]) : undefined;
}
