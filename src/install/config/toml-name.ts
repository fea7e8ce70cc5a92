import { renderField } from "./mcp-server.ts";

/** A key as TOML writes it: bare where it may be. */
export function tomlName(name = ""): string {
  return /^[\w-]+$/.test(name) ? name : renderField(name);
}
