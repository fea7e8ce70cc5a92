import type { Diagnostic } from "../core/diagnostic.ts";
import type { Report } from "./report.ts";

/** Findings as workflow commands, which GitHub shows as annotations. Source of the format: GitHub Actions, "Workflow commands". */
export function renderGithub(report: Report): string {
  return report.findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation({ severity, message, hint, code, where }: Diagnostic): string {
  const command = { error: "error", warning: "warning", info: "notice" }[severity];
  const properties: string[] = [`file=${property(where.file)}`];
  if (where.span !== undefined) {
    properties.push(`line=${where.span.line}`, `col=${where.span.column}`);
    if (where.span.length !== undefined) properties.push(`endColumn=${where.span.column + where.span.length}`);
  }
  properties.push(`title=${property(code)}`);
  return `::${command} ${properties.join(",")}::${data(hint === undefined ? message : `${message}\n${hint}`)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
