import type { Diagnostic } from "../core/diagnostic.ts";
import type { Report } from "./report.ts";
import { placeOf } from "./text.ts";

/**
 * One test case for each thing that was checked, and for each other file with a finding, failing when it has an error. Source of the format: the JUnit XML that Jenkins and GitLab read.
 */
export function renderJunit(report: Report): string {
  const listed = new Set(report.checked.map((one) => one.file));
  const others = new Set(report.findings.map((finding) => finding.where.file).filter((file) => !listed.has(file)));
  const all = [...report.checked, ...[...others].map((file) => ({ file, name: "baton" }))];
  const cases = all.map(({ file, name }) => {
    const findings = report.findings.filter((finding) => finding.where.file === file);
    const errors = findings.filter((finding) => finding.severity === "error");
    return { file, name, findings, errors };
  });
  const failures = cases.filter((one) => one.errors.length > 0).length;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="baton" tests="${cases.length}" failures="${failures}">`,
  ];
  lines.push(`  <testsuite name="baton" tests="${cases.length}" failures="${failures}">`);
  for (const one of cases) {
    lines.push(
      `    <testcase classname="${escapeXml(one.name)}" name="${escapeXml(one.file)}" file="${escapeXml(one.file)}">`,
    );
    const [first] = one.errors;
    if (first !== undefined) {
      lines.push(
        `      <failure type="${first.code}" message="${escapeXml(first.message)}">${escapeXml(one.findings.map(line).join("\n"))}</failure>`,
      );
    } else if (one.findings.length > 0)
      lines.push(`      <system-out>${escapeXml(one.findings.map(line).join("\n"))}</system-out>`);
    lines.push("    </testcase>");
  }
  lines.push("  </testsuite>", "</testsuites>");
  return `${lines.join("\n")}\n`;
}

function line(finding: Diagnostic): string {
  return `${placeOf(finding.where)} ${finding.severity}: ${finding.message} [${finding.code}]`;
}

/** XML 1.0 has no way to write most control characters: they are dropped. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
