import { expect, test } from "vitest";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answer, answering, answers, healthy } from "./support/healthy.ts";

const unsaid =
  "To load project-local config, hooks, and exec policies, add /main as a trusted project in /h/config.toml.";
const denied = "/p is marked as untrusted in the effective configuration. To load …";

function distrusting(reason: string, trustLevels: Readonly<Record<string, string>>): DoctorFacts {
  const disabled = [{ folder: "/p/.codex", reason }];
  return answering({ config: answer({ ...answers.config.value, disabled, trustLevels }) });
}

test("the lines that trust a project are those for the directory Codex names", () => {
  expect(examined("Trust", distrusting(unsaid, {}))).toEqual([
    "error",
    '/h/config.toml codex/project-untrusted - Codex does not trust this project: it loads no agents, no hooks and no MCP server from it → start codex here and say yes when it asks, or baton trust --project; or add to this file:\n    [projects."/main"]\n    trust_level = "trusted"',
  ]);
});

test("a table that is there already is changed, not added once more", () => {
  const [, finding] = examined("Trust", distrusting(denied, { "/p": "untrusted" }));

  expect(finding).toContain('→ set trust_level = "trusted" under [projects."/p"] in this file');
});

test("distrust of another directory's configuration is not this install's", () => {
  const disabled = [{ folder: "/p/other/.codex", reason: unsaid }];
  const facts = answering({ config: answer({ ...answers.config.value, disabled }) });

  expect(examined("Trust", facts)).toEqual(["ok: Codex trusts /p"]);
});

test("an install for the user needs no trust of a project", () => {
  const facts = distrusting(unsaid, {});

  expect(examined("Trust", { ...facts, place: { ...healthy.place, scope: "user" } })).toEqual([
    "ok: an install for the user needs none",
  ]);
});

test.each([
  [
    "/h/config.toml:2:11: missing comma between array elements, expected `,`",
    "/h/config.toml codex/config-invalid 2:11 Codex cannot read it: missing comma between array elements, expected `,`",
  ],
  [
    "Error parsing project config file /p/.codex/config.toml: TOML parse error at line 1, column 6\n  |\n1 | x = [\n  |      ^\nunclosed array, expected `]`\n",
    ".codex/config.toml codex/config-invalid 1:6 Codex cannot read it: unclosed array, expected `]`",
  ],
  ["something else", "/h/config.toml codex/config-invalid - Codex cannot read it: something else"],
])("a configuration that Codex cannot read is shown at its place: %s", (details, finding) => {
  const facts = answering({
    warnings: [`Invalid configuration; using defaults.\n${details}`],
    config: { ok: false, why: "no" },
  });

  expect(examined("Trust", facts)).toEqual(["error", `${finding} → correct it: until then codex does not start`]);
  expect(examined("Codex", facts)[0]).toMatch(/^ok/);
  expect(examined("Agents", facts)).toEqual(["skipped: Codex does not start with this configuration"]);
});
