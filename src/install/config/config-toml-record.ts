import * as z from "zod";
import type { McpServer } from "./mcp-server.ts";

/** What an install wrote into a config.toml: kept in the manifest, given back to the next plan and to the removal. */
export interface ConfigTomlRecord {
  readonly server: McpServer;
  /** Whether the file itself was made for the server. */
  readonly created: boolean;
  /** How many line ends were put between the text before and the server's table: 0, 1 or 2. */
  readonly lineEndsBefore: number;
}

const shape = z.strictObject({
  server: z.strictObject({
    command: z.string(),
    args: z.array(z.string()),
    cwd: z.string().exactOptional(),
    startupTimeoutSec: z.number().exactOptional(),
    defaultToolsApprovalMode: z.literal("approve").exactOptional(),
  }),
  created: z.boolean(),
  lineEndsBefore: z.int().min(0).max(2),
});

/** The record a manifest's JSON holds; undefined when it is none. */
export function readConfigTomlRecord(value: unknown): ConfigTomlRecord | undefined {
  return shape.safeParse(value).data;
}
