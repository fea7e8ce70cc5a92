import type { McpServer } from "./mcp-server.ts";

/** What an install wrote into a config.toml: kept in the manifest, given back to the next plan and to the removal. */
export interface ConfigTomlRecord {
  readonly server: McpServer;
  /** Whether the file itself was made for the server. */
  readonly created: boolean;
  /** How many line ends were put between the text before and the server's table: 0, 1 or 2. */
  readonly lineEndsBefore: number;
}
