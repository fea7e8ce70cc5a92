import { asRecord } from "./record.ts";

/** The keys of which an MCP server has one: what is started, or where it is reached. */
const transports = ["command", "url"];
/** Keys that say how a server is started or reached, and do nothing for one that is configured elsewhere. */
const details = ["args", "bearer_token_env_var", "cwd", "env", "env_http_headers", "env_vars", "http_headers"];

/** What keeps Codex from reading an MCP server. */
export interface ServerProblem {
  readonly words: "neither command nor url" | "both command and url";
  /** Whether it is complete together with a configuration of the same server that lies further out. */
  readonly isAddition: boolean;
}

/**
 * What is wrong with an MCP server; undefined when it has either a command or a url.
 * @param layers the tables of the server's name, which are read as one; the last is the one in question
 */
export function serverProblem(layers: readonly unknown[]): ServerProblem | undefined {
  const tables = layers.map((layer) => asRecord(layer) ?? {});
  const given = transports.filter((key) => tables.some((table) => table[key] !== undefined));
  if (given.length === 1) return undefined;
  const keys = Object.keys(tables.at(-1) ?? {});
  const isAddition = given.length === 0 && keys.length > 0 && !keys.some((key) => details.includes(key));
  return { words: given.length === 0 ? "neither command nor url" : "both command and url", isAddition };
}
