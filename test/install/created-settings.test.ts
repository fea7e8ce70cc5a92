import { expect, it } from "vitest";
import { planConfigToml } from "../../src/install/config/config-toml.ts";
import { planHooksJson } from "../../src/install/config/hooks-json.ts";
import { hookGroups, mcpServer } from "../../src/install/config/wanted.ts";
import { createdConfigToml, createdHooksJson } from "../../src/install/created-settings.ts";

const scope = { kind: "project" } as const;

it("makes the config.toml that the full plan would make", () => {
  expect(planConfigToml(undefined, "config.toml", mcpServer(scope))).toMatchObject(createdConfigToml(mcpServer(scope)));
});

it("makes the hooks.json that the full plan would make", () => {
  expect(planHooksJson(undefined, "hooks.json", hookGroups(scope))).toMatchObject(createdHooksJson(hookGroups(scope)));
});
