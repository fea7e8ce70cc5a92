import { expect, test } from "vitest";
import { examined } from "./support/examined.ts";
import { answer, answering, answers } from "./support/healthy.ts";

function configured(servers: readonly { name: string; enabled: boolean }[]) {
  return answering({ config: answer({ ...answers.config.value, servers }), server: undefined });
}

test("a server that is gone from config.toml is an error", () => {
  expect(examined("MCP", configured([{ name: "other", enabled: true }]))).toEqual([
    "error",
    ".codex/config.toml codex/server-missing - there is no [mcp_servers.baton] → baton install --restore puts it back",
  ]);
});

test("a server that is switched off is a warning", () => {
  expect(examined("MCP", configured([{ name: "baton", enabled: false }]))).toEqual([
    "warning",
    ".codex/config.toml codex/server-disabled (warning) - [mcp_servers.baton] is switched off → take enabled = false out of it",
  ]);
});

test("a server that does not start is an error", () => {
  const facts = answering({ server: answer({ running: false, error: "No such file or directory (os error 2)" }) });

  expect(examined("MCP", facts)).toEqual([
    "error",
    ".codex/config.toml codex/server-failed - it does not start: No such file or directory (os error 2) → run node .baton/bin/baton.mjs mcp and see what it says",
  ]);
});
