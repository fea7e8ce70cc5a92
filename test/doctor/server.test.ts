import { expect, test } from "vitest";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answer, answering, answers, healthy } from "./support/healthy.ts";

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

const running = (...tools: readonly string[]) => ({ server: answer({ running: true, tools } as const) });
const uninstalled = { server: false } as const;

test.each<[string, DoctorFacts, string]>([
  [
    "an install found",
    { ...answering(running("play")), ...uninstalled },
    "is another's, so the install put none there",
  ],
  [
    "that does not start an install found",
    { ...answering({ server: answer({ running: false, error: "no" }) }), ...uninstalled },
    "is another's, so the install put none there",
  ],
  [
    "that is switched off an install found",
    { ...configured([{ name: "baton", enabled: false }]), ...uninstalled },
    "is another's, so the install put none there",
  ],
  ["was put in the place of Baton's", answering(running("play")), "was made another's"],
])("another server of the name that %s is an error", (_, facts, whose) => {
  expect(examined("MCP", facts)).toEqual([
    "error",
    `.codex/config.toml codex/server-foreign - the MCP server "baton" ${whose}: it offers no "validate_answer" → rename that one in config.toml, here or in the user's; then baton install --restore puts Baton's there`,
  ]);
});

test("a server that an install lacks is an error", () => {
  expect(examined("MCP", { ...configured([]), ...uninstalled })).toEqual([
    "error",
    ".codex/config.toml codex/server-missing - there is no [mcp_servers.baton] → baton install --restore puts it back",
  ]);
});

test("a server that somebody wired by hand does as well", () => {
  expect(examined("MCP", { ...healthy, ...uninstalled })).toEqual(['ok: "baton" answers with 1 tool']);
});
