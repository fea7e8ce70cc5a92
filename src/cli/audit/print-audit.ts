import type { Remainder } from "../../audit/settings/take-known.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { renderPage } from "../../render/page/render-page.ts";
import { plural, tally, tallyWords } from "../../render/report.ts";
import { renderSession } from "../../render/session/session-text.ts";
import { oneLine } from "../../render/session/story.ts";
import type { Style } from "../../render/style.ts";
import { renderFinding } from "../../render/text.ts";
import { emitReport } from "../emit-report.ts";
import type { Format } from "../formats.ts";
import type { Io } from "../io.ts";
import { styleFor } from "../style-for.ts";
import type { AuditedSession } from "./audited-session.ts";
import { writePage } from "./write-page.ts";

interface Printed {
  readonly audited: readonly AuditedSession[];
  /** The sessions' findings, and the baseline's behind them. */
  readonly findings: readonly Diagnostic[];
  /** The whole audit, when one session was asked for. */
  readonly whole: Remainder | undefined;
  readonly format: Format;
  /** Where to write the page. */
  readonly page: string | undefined;
  readonly quiet: boolean;
}

/** Prints audits in the format asked for, and writes the page where one is. */
export function printAudit(io: Io, { audited, findings, whole, format, page, quiet }: Printed): void {
  if (page !== undefined && whole !== undefined) writePage(io, page, renderPage(whole.report, whole.known));
  if (page === "-") return;
  const checked = audited.flatMap((one) => one.checked);
  const report = { findings, checked, sourceOf: () => undefined };
  if (format !== "text" || quiet) {
    emitReport(io, format, report, () => ({ sessions: audited.map(({ json }) => json), findings }));
    return;
  }
  const style = styleFor(io, "stdout");
  if (whole === undefined) {
    emitReport(io, "text", report, () => ({}));
    for (const one of audited) io.out(summaryLine(one, style));
    const free = audited.filter(({ recipe }) => recipe === null).length;
    const without = free === 0 ? "" : `, ${free} without a recipe`;
    io.out(`${plural(audited.length, "session")} audited${without}: ${tallyWords(tally(findings))}\n`);
  } else {
    io.out(renderSession(whole.report, style, whole.known));
    const others = findings.slice(audited.reduce((sum, one) => sum + one.findings.length, 0));
    for (const finding of others) io.out(`\n${renderFinding(finding, () => undefined, style)}`);
  }
  if (page !== undefined) io.out(`page: ${oneLine(page)}\n`);
}

function summaryLine({ file, recipe, verdict }: AuditedSession, style: Style): string {
  const { tone, words } = verdict;
  const mark = {
    clean: style.green("clean"),
    warned: style.yellow("warned"),
    broken: style.red("broken"),
    free: "free",
  };
  const name = recipe === null ? "" : `$${oneLine(recipe)} `;
  return `${style.bold(oneLine(file))}: ${name}${mark[tone]}: ${oneLine(words)}\n`;
}
