/** An MCP server as `[mcp_servers.<name>]` starts it: the keys Codex accepts there that Baton uses. */
export interface McpServer {
  readonly command: string;
  readonly args: readonly string[];
  /** Relative to the directory the session runs in, not to the file. */
  readonly cwd?: string;
  readonly startupTimeoutSec?: number;
  readonly defaultToolsApprovalMode?: "approve";
}

type Field = string | number | readonly string[];

/** The server's keys and values as Codex spells them, in the order they are written. */
export function serverFields(server: McpServer): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>([
    ["command", server.command],
    ["args", server.args],
  ]);
  if (server.cwd !== undefined) fields.set("cwd", server.cwd);
  if (server.startupTimeoutSec !== undefined) fields.set("startup_timeout_sec", server.startupTimeoutSec);
  if (server.defaultToolsApprovalMode !== undefined) {
    fields.set("default_tools_approval_mode", server.defaultToolsApprovalMode);
  }
  return fields;
}

/** One value in TOML. */
export function renderField(field: Field): string {
  if (typeof field === "number") return String(field);
  if (typeof field === "string") return renderString(field);
  return `[${field.map(renderString).join(", ")}]`;
}

/** The server as the lines of its table, header first. */
export function serverLines(server: McpServer): string[] {
  const lines = [...serverFields(server)].map(([key, field]) => `${key} = ${renderField(field)}`);
  return ["[mcp_servers.baton]", ...lines];
}

/** The server as a pair for an inline table. */
export function serverInline(server: McpServer): string {
  const pairs = [...serverFields(server)].map(([key, field]) => `${key} = ${renderField(field)}`);
  return `baton = { ${pairs.join(", ")} }`;
}

/** JSON's escapes are TOML's, but for DEL, which TOML wants escaped too. */
function renderString(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}
