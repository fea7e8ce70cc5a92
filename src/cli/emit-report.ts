import { renderGithub } from "../render/github.ts";
import { renderJunit } from "../render/junit.ts";
import { type Report, tally } from "../render/report.ts";
import { renderSarif } from "../render/sarif.ts";
import { renderText } from "../render/text.ts";
import type { Format } from "./formats.ts";
import type { Io } from "./io.ts";
import { spokenFinding } from "./spoken-finding.ts";
import { styleFor } from "./style-for.ts";
import { version } from "./version.ts";

/**
 * Prints a report in the format asked for.
 * @param json what the command adds to the JSON form, beside `ok` and the tally
 */
export function emitReport(io: Io, format: Format, report: Report, json: () => object): void {
  const { errors, warnings } = tally(report.findings);
  switch (format) {
    case "json":
      io.out(`${JSON.stringify({ ok: errors === 0, errors, warnings, ...json() }, null, 2)}\n`);
      break;
    case "sarif":
      io.out(renderSarif(report, version));
      break;
    case "junit":
      io.out(renderJunit(report));
      break;
    case "github":
      io.out(renderGithub(report));
      break;
    case "text":
      if (report.findings.length > 0) io.out(`${renderText(spoken(io, report), styleFor(io, "stdout"))}\n`);
  }
}

function spoken(io: Io, report: Report): Report {
  return { ...report, findings: report.findings.map((finding) => spokenFinding(io, finding)) };
}
