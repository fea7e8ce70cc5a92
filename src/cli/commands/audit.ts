import type { Baseline } from "../../audit/settings/baseline.ts";
import { makeBaseline } from "../../audit/settings/make-baseline.ts";
import { Failure } from "../../core/failure.ts";
import { plural, tally } from "../../render/report.ts";
import { oneLine } from "../../render/session/story.ts";
import { auditAll } from "../audit/audit-all.ts";
import { openBaseline, saveBaseline } from "../audit/baseline-file.ts";
import { chooseSessions } from "../audit/choose-sessions.ts";
import { prepareAudit } from "../audit/prepare-audit.ts";
import { printAudit } from "../audit/print-audit.ts";
import { staleFindings } from "../audit/stale-findings.ts";
import { defineCommand } from "../define-command.ts";
import { type Format, formats } from "../formats.ts";
import { maxWarnings } from "../max-warnings.ts";

interface Options {
  readonly last?: true;
  readonly session?: string;
  readonly since?: string;
  readonly html?: string;
  readonly baseline?: string;
  readonly writeBaseline?: true;
  readonly maxWarnings?: string;
  readonly format?: Format;
  readonly json?: true;
  readonly quiet?: true;
}

export default defineCommand<Options>({
  parameters: [
    {
      name: "[file...]",
      description: "session files, or directories of them; without one, this repository's last session",
    },
  ],
  options: [
    { flags: "--last", description: "the last session of this repository" },
    { flags: "--session <id>", description: "the session of this id" },
    { flags: "--since <when>", description: "sessions since a date (2026-01-31) or a length of time (2h, 3d)" },
    { flags: "--html <file>", description: "write one session's audit as a page for a browser; - is standard output" },
    { flags: "--baseline <file>", description: "leave out findings known in this file (.baton/audit-baseline.json)" },
    { flags: "--write-baseline", description: "write what is found now into the baseline" },
    { flags: "--max-warnings <n>", description: "fail on more warnings than this" },
    { flags: "--format <format>", description: "how to print findings", choices: formats },
    { flags: "--json", description: "short for --format json" },
    { flags: "-q, --quiet", description: "print findings only" },
  ],
  examples: [
    ["baton audit", "did the last session here follow its recipe?"],
    ["baton audit --html audit.html", "the same as a page to show: bars over time, stop points, findings, evidence"],
    ["baton audit --since 7d --format sarif", "a week's sessions of this repository, for a dashboard"],
    ["baton audit sessions/ --baseline known.json --max-warnings 0", "in CI: what is new in stored sessions fails"],
  ],
  run: async (io, [files], options) => {
    const format = options.json ? "json" : (options.format ?? "text");
    const allowed = maxWarnings(options.maxWarnings);
    if (options.html === "-" && format !== "text")
      throw usage("the page and the findings cannot both go to standard output", "name a file with --html <file>");
    const baseline = openBaseline(io.cwd, options.baseline, options.writeBaseline === true);
    const audit = await prepareAudit(io, options.writeBaseline ? undefined : baseline.read?.baseline);
    const chosen = await chooseSessions(io, files as readonly string[], options);
    if (options.html !== undefined && !chosen.one)
      throw usage("a page shows one session", "name its file, or its id with --session <id>");
    const { audited, stale, whole } = await auditAll(io, chosen, audit, format === "json");
    const findings = [...audited.flatMap((one) => one.findings), ...staleFindings(baseline, stale)];
    await printAudit(io, { audited, findings, whole, format, page: options.html, quiet: options.quiet === true });
    if (options.writeBaseline) {
      const next = makeBaseline(audited, baseline.read?.baseline);
      saveBaseline(baseline, next);
      if (format === "text" && options.quiet !== true && options.html !== "-")
        io.out(`baseline: ${oneLine(baseline.file)} knows ${plural(countOf(next), "finding")} now\n`);
      return 0;
    }
    const { errors, warnings } = tally(findings);
    return errors > 0 || warnings > allowed ? 1 : 0;
  },
});

function countOf({ findings }: Baseline): number {
  return findings.reduce((sum, { count }) => sum + count, 0);
}

function usage(message: string, hint: string): Failure {
  return new Failure("cli/usage", message, { status: 2, hint });
}
