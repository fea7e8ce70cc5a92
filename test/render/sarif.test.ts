import { expect, test } from "vitest";
import { catalogue } from "../../src/core/codes.ts";
import { diagnose } from "../../src/core/diagnostic.ts";
import { renderSarif } from "../../src/render/sarif.ts";
import { deadLink, reportOf } from "../helpers/report.ts";

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
}

function run(...findings: Parameters<typeof reportOf>[0]) {
  const log = JSON.parse(renderSarif(reportOf(findings), "1.2.3")) as {
    readonly version: string;
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly Result[];
      },
    ];
  };
  return { log, rules: log.runs[0].tool.driver.rules, results: log.runs[0].results };
}

test("is one run of SARIF 2.1.0 by this version of Baton", () => {
  expect(run().log).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "baton", version: "1.2.3", rules: [] } },
        columnKind: "utf16CodeUnits",
        results: [],
      },
    ],
  });
});

test("describes each rule once, and each result points at its own", () => {
  const other = diagnose("agent/missing", { message: "m", where: { file: "a.md" } });
  const { rules, results } = run(deadLink(), other, deadLink());
  expect(rules.map((rule) => rule.id)).toEqual(["agent/missing", "skill/dead-link"]);
  expect(results.map(({ ruleId }) => ruleId)).toEqual(["skill/dead-link", "agent/missing", "skill/dead-link"]);
  expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  const { title, why, fix, severity } = catalogue["skill/dead-link"];
  expect(rules[1]).toEqual({
    id: "skill/dead-link",
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: severity },
  });
});
