import type { Diagnostic, Where } from "../core/diagnostic.ts";
import { LineIndex } from "../core/line-index.ts";
import type { Report } from "./report.ts";
import { type Style, visible } from "./style.ts";

/** Findings for people: place, what is wrong, the line with a caret, what to do. */
export function renderText(report: Report, style: Style): string {
  return report.findings.map((finding) => renderFinding(finding, report.sourceOf, style)).join("\n");
}

/** One finding, ending in a line break. */
export function renderFinding(finding: Diagnostic, sourceOf: Report["sourceOf"], style: Style): string {
  const paint = { error: style.red, warning: style.yellow, info: style.blue }[finding.severity];
  const lines = [
    `${style.bold(placeOf(finding.where))} ${paint(finding.severity)}: ${unbroken(finding.message)} ${style.dim(`[${finding.code}]`)}`,
    ...frame(finding.where, sourceOf, style, paint),
  ];
  for (const { where, note } of finding.related ?? [])
    lines.push(`  ${style.dim("note:")} ${placeOf(where)} ${unbroken(note)}`);
  if (finding.hint !== undefined) lines.push(`  ${style.dim("hint:")} ${indented(finding.hint)}`);
  return `${lines.join("\n")}\n`;
}

/** `file:line:column`, as far as it is known. */
export function placeOf({ file, span }: Where): string {
  return span === undefined ? `${unbroken(file)}:` : `${unbroken(file)}:${span.line}:${span.column}:`;
}

/** A line break in a file name or a quoted text could forge a finding of its own. */
function unbroken(text: string): string {
  return visible(text).replaceAll("\n", "\uFFFD");
}

/**
 * A hint may hold lines to copy: they stand further in than any finding begins. GitHub obeys `::` at the begin of a line
 * however far in it stands, so no line begins with it.
 */
function indented(text: string): string {
  return visible(text)
    .replace(/\n\s*(?=::)/g, "\uFFFD")
    .replace(/\n */g, "\n        ");
}

const widest = 100;

/** The line and a caret under the place; a long line is cut to a window around it. */
function frame(where: Where, sourceOf: Report["sourceOf"], style: Style, paint: (text: string) => string): string[] {
  const source = where.span === undefined ? undefined : sourceOf(where.file);
  if (source === undefined || where.span === undefined) return [];
  const { line, column, length = 1 } = where.span;
  const text = new LineIndex(source).line(line);
  const start = text.length <= widest ? 0 : Math.max(0, Math.min(column - 1 - 30, text.length - widest));
  const before = start > 0 ? "…" : "";
  const shown = visible(text.slice(start, start + widest));
  const lead = visible(text.slice(start, column - 1));
  const marked = visible(text.slice(column - 1, Math.min(column - 1 + length, start + widest)));
  const carets = "^".repeat(Math.max(1, marked.length));
  const number = String(line);
  const gutter = " ".repeat(number.length);
  return [
    `  ${style.dim(`${number} |`)} ${before}${shown}${start + widest < text.length ? "…" : ""}`,
    `  ${style.dim(`${gutter} |`)} ${" ".repeat(lead.length + before.length)}${paint(carets)}`,
  ];
}
