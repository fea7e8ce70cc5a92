import { expect, test } from "vitest";
import { planConfigToml } from "../../../src/install/config/config-toml.ts";
import { readConfigTomlRecord } from "../../../src/install/config/config-toml-record.ts";
import { planHooksJson } from "../../../src/install/config/hooks-json.ts";
import { readHooksJsonRecord } from "../../../src/install/config/hooks-json-record.ts";
import { type ConfigScope, hookGroups, mcpServer } from "../../../src/install/config/wanted.ts";

const scopes: readonly ConfigScope[] = [{ kind: "project" }, { kind: "user", codexHome: "/home/x/.codex" }];
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(scopes)("the records of an install in $kind scope are read back from a manifest", (scope) => {
  const toml = planConfigToml("a = 1\n", "config.toml", mcpServer(scope)).record;
  const hooks = planHooksJson("{ }", "hooks.json", hookGroups(scope)).record;
  expect(readConfigTomlRecord(json(toml))).toEqual(toml);
  expect(readHooksJsonRecord(json(hooks))).toEqual(hooks);
});

const server = { command: "node", args: [] };
const hooks = { groups: {}, created: [], interiors: {}, lineEnd: "\n" };

test.each([
  { name: "nothing", value: undefined },
  { name: "a count that is none", value: { server, created: true, lineEndsBefore: "1})|.*(" } },
  { name: "a key more", value: { server, created: true, lineEndsBefore: 0, other: 1 } },
])("$name is no record of a config.toml", ({ value }) => {
  expect(readConfigTomlRecord(value)).toBeUndefined();
});

test.each([
  { name: "text that is no white space", value: { ...hooks, interiors: { "": '"hooks": {}' } } },
  { name: "a pointer of another place", value: { ...hooks, created: ["/description"] } },
  { name: "an unknown event", value: { ...hooks, groups: { Nope: [] } } },
])("$name is no record of a hooks.json", ({ value }) => {
  expect(readHooksJsonRecord(hooks)).toEqual(hooks);
  expect(readHooksJsonRecord(value)).toBeUndefined();
});
