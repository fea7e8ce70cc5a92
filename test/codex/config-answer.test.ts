import { expect, test } from "vitest";
import { readConfigAnswer } from "../../src/codex/config-answer.ts";

const empty = { features: null, agents: null, mcp_servers: null, projects: null };

test("what is not configured is neither off nor missing", () => {
  expect(readConfigAnswer({ config: empty })).toEqual({
    disabled: [],
    trustLevels: {},
    hooksOff: false,
    agentsOff: false,
    agents: [],
    servers: [],
  });
});

test("agents are told from settings, with the file that has them", () => {
  const agents = {
    enabled: true,
    max_depth: null,
    critic: { description: "x" },
    scout: {},
    guide: { description: "y" },
  };
  const origins = {
    "agents.critic.description": { name: { type: "project", dotCodexFolder: "/p/.codex" } },
    "agents.guide.description": { name: { type: "user", file: "/h/config.toml", profile: null } },
  };

  expect(readConfigAnswer({ config: { ...empty, agents }, origins }).agents).toEqual([
    { name: "critic", description: "x", file: "/p/.codex/config.toml" },
    { name: "scout" },
    { name: "guide", description: "y", file: "/h/config.toml" },
  ]);
});

test("what is switched off, left out and untrusted is named", () => {
  const config = {
    features: { hooks: false },
    agents: { enabled: false },
    mcp_servers: { baton: { command: "node" }, other: { enabled: false } },
    projects: { "/p": { trust_level: "untrusted" }, "/q": {} },
  };
  const layers = [
    { name: { type: "project", dotCodexFolder: "/p/.codex" }, disabledReason: "no" },
    { name: { type: "user", file: "/h/config.toml" } },
  ];

  expect(readConfigAnswer({ config, layers })).toEqual({
    disabled: [{ folder: "/p/.codex", reason: "no" }],
    trustLevels: { "/p": "untrusted" },
    hooksOff: true,
    agentsOff: true,
    agents: [],
    servers: [
      { name: "baton", enabled: true },
      { name: "other", enabled: false },
    ],
  });
});

test("an answer of another form is refused", () => {
  expect(() => readConfigAnswer({ settings: {} })).toThrow();
});
