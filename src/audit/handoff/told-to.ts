import type { AgentCase } from "../case.ts";

/** All an agent was told; undefined where some of it cannot be read, or was cut. */
export function toldTo({ told }: AgentCase): readonly string[] | undefined {
  const texts = told.filter((text) => text !== null && !text.endsWith(" more characters]"));
  return texts.length === told.length ? (texts as readonly string[]) : undefined;
}
