import { expect, test } from "vitest";
import { parseSettings } from "../../../src/audit/settings/parse-settings.ts";
import { said } from "../../helpers/said.ts";

const read = (text: string) => {
  const { settings, findings } = parseSettings(text, "audit.yaml");
  return { severities: Object.fromEntries(settings.severities), findings: findings.map(said) };
};

test("gives each rule the severity the project chose", () => {
  const text = "rules:\n  team/short-wait: off\n  hooks/off: error\n  flow/stop-skipped: info\n";
  expect(read(text)).toEqual({
    severities: { "team/short-wait": "off", "hooks/off": "error", "flow/stop-skipped": "info" },
    findings: [],
  });
});

test.each(["", "# nothing yet\n", "rules:\n", "rules: {}\n"])("%j decides nothing", (text) => {
  expect(read(text)).toEqual({ severities: {}, findings: [] });
});

test.each([
  [
    "a rule that does not exist",
    "rules:\n  flow/stop-skiped: warning\n",
    'audit/unknown-rule 2:3+16 there is no rule "flow/stop-skiped" → did you mean "flow/stop-skipped"?',
  ],
  [
    "a code that is no rule of the audit",
    "rules:\n  skill/dead-link: off\n",
    'audit/unknown-rule 2:3+15 there is no rule "skill/dead-link" → baton explain lists the codes',
  ],
  [
    "a severity that does not exist",
    "rules:\n  hooks/off: fatal\n",
    'audit/settings-shape 2:14+5 the severity of "hooks/off" is "fatal", not one of "error", "info", "off", "warning"',
  ],
  [
    "a switch in place of a severity",
    "rules:\n  hooks/off: false\n",
    'audit/settings-shape 2:14+5 the severity of "hooks/off" is false, not one of "error", "info", "off", "warning"',
  ],
  [
    "rules as a list",
    "rules: [hooks/off]\n",
    'audit/settings-shape 1:8+11 "rules" is not a map of rules and severities',
  ],
  [
    "a setting nobody knows",
    "rule:\n  hooks/off: off\n",
    'audit/settings-shape 1:1+4 "rule" is not a setting, only "rules" is → did you mean "rules"?',
  ],
  ["a list of settings", "- rules\n", "audit/settings-shape 1:1+7 the settings are not a map"],
  [
    "a rule given twice",
    "rules:\n  hooks/off: off\n  hooks/off: error\n",
    'parse/duplicate-key 3:3+9 "hooks/off" is given twice',
  ],
])("%s is a finding at its place, and nothing is decided", (_, text, finding) => {
  expect(read(text)).toEqual({ severities: {}, findings: [finding] });
});

test("every mistake is found at once", () => {
  expect(read("rules:\n  a: off\n  hooks/off: no\nmore: 1\n").findings).toHaveLength(3);
});
