import { serveMcp } from "../../mcp/server.ts";
import { defineCommand } from "../define-command.ts";
import { version } from "../version.ts";

export default defineCommand({
  parameters: [],
  options: [],
  examples: [["baton mcp", "serve the tools over standard input and output; Codex starts it by itself"]],
  run: async (io) => {
    await serveMcp(version, io.cwd, io.env);
    return 0;
  },
});
