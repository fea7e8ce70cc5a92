import { expect, test } from "vitest";
import { runCodex } from "./run-codex.ts";
import { setUpWorkbench } from "./workbench.ts";

test("any command of Codex runs in a trusted repository", { timeout: 20_000 }, async () => {
  const config = '[mcp_servers.echo]\ncommand = "node"\nargs = ["echo.mjs"]\n';
  const bench = await setUpWorkbench({ script: [], files: { ".codex/config.toml": config } });

  const place = { home: bench.home, cwd: bench.repository.root };
  const run = await runCodex(["mcp", "list", "--json"], place);

  expect(run.exitCode).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject([{ name: "echo", enabled: true, transport: { type: "stdio" } }]);
});
