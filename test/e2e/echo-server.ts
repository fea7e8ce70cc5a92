/** The source of an MCP server whose one tool, `say-back`, gives its `text` back; Node runs it as an `.mjs` file. */
export const ECHO_SERVER = `import { createInterface } from "node:readline";
const tools = [{ name: "say-back", inputSchema: { type: "object" }, annotations: { readOnlyHint: true } }];
const results = {
  initialize: ({ protocolVersion }) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "echo", version: "1" } }),
  "tools/list": () => ({ tools }),
  "tools/call": (params) => ({ content: [{ type: "text", text: "echo: " + params.arguments.text }] }),
};
createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  const result = results[method]?.(params) ?? {};
  process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, result }) + "\\n");
});
`;
