import { type Code, catalogue } from "../core/codes.ts";
import type { Diagnostic, Where } from "../core/diagnostic.ts";
import type { Report } from "./report.ts";

/** Findings as SARIF 2.1.0, one run. Source of the format: OASIS, sarif-v2.1.0. */
export function renderSarif(report: Report, version: string): string {
  const codes = [...new Set(report.findings.map((finding) => finding.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "baton", version, rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: report.findings.map((finding) => result(finding, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

function rule(code: Code): object {
  const { title, why, fix, severity } = catalogue[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result(finding: Diagnostic, codes: readonly Code[]): object {
  const text = finding.hint === undefined ? finding.message : `${finding.message}. ${finding.hint}`;
  return {
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text },
    locations: [{ physicalLocation: physical(finding.where) }],
    ...(finding.related === undefined
      ? {}
      : {
          relatedLocations: finding.related.map((one) => ({
            physicalLocation: physical(one.where),
            message: { text: one.note },
          })),
        }),
  };
}

function physical({ file, span }: Where): object {
  return {
    artifactLocation: { uri: wellFormed(file).split(/[\\/]/).map(encodeURIComponent).join("/") },
    ...(span === undefined
      ? {}
      : {
          region: {
            startLine: span.line,
            startColumn: span.column,
            ...(span.length === undefined ? {} : { endColumn: span.column + span.length }),
          },
        }),
  };
}

/** Half a surrogate pair, which a file name may hold on Windows, has no UTF-8 and so no URI. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
