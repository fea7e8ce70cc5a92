/** What Baton's MCP server is called in config.toml. */
export const serverName = "baton";
