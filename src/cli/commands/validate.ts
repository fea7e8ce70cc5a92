import type { Where } from "../../core/diagnostic.ts";
import { loadProjectRules, type ProjectRules } from "../../pack/project-rules.ts";
import { tally } from "../../render/report.ts";
import { visible } from "../../render/style.ts";
import { type Verdict, validateAnswer } from "../../response/validate-answer.ts";
import { type AnswerSource, collectAnswers, unnamed } from "../collect-answers.ts";
import { defineCommand } from "../define-command.ts";
import { type Format, formats } from "../formats.ts";
import type { Io } from "../io.ts";
import { styleFor } from "../style-for.ts";

interface Options {
  readonly agent?: string;
  readonly stdin?: true;
  readonly lenient?: true;
  readonly format?: Format;
  readonly json?: true;
  readonly quiet?: true;
}

export default defineCommand<Options>({
  parameters: [
    { name: "[file...]", description: "answers, or directories of answers (<agent>.json, <agent>.01.json)" },
  ],
  options: [
    { flags: "--agent <name>", description: "the agent that gave the answer" },
    { flags: "--stdin", description: "read one answer from standard input" },
    { flags: "--lenient", description: "recover what can be recovered and report it as a warning" },
    { flags: "--format <format>", description: "how to print findings", choices: formats },
    { flags: "--json", description: "short for --format json" },
    { flags: "-q, --quiet", description: "print findings only" },
  ],
  examples: [
    ["baton validate answer.json --agent task-executor", "check one answer"],
    ["pbpaste | baton validate --stdin --agent code-verifier --lenient", "check what an agent said, prose and all"],
    ["baton validate answers/ --format github", "check a directory in CI, with annotations"],
  ],
  run: async (io, [files], options) => {
    const sources = await collectAnswers(io, files as readonly string[], options);
    const rules = await loadProjectRules(io.cwd, io.env);
    const verdicts: Verdict[] = [];
    for (const source of sources) verdicts.push(await judge(source, rules, options.lenient === true));
    const findings = verdicts.flatMap((verdict) => verdict.findings);
    const format = options.json ? "json" : (options.format ?? "text");
    const sourceOf = (file: string): string | undefined => {
      const source = sources.find((one) => one.file === file);
      return source?.whole ?? source?.text;
    };
    const checked = verdicts.map(({ file, agent }) => ({ file, name: agent }));
    if (findings.length > 0 || format !== "text") {
      const { emitReport } = await import("../emit-report.ts");
      emitReport(io, format, { findings, sourceOf, checked }, () => ({ answers: verdicts.map(asJson) }));
    }
    if (format === "text" && options.quiet !== true) for (const verdict of verdicts) io.out(summaryOf(io, verdict));
    return tally(findings).errors > 0 ? 1 : 0;
  },
});

async function judge(source: AnswerSource, rules: ProjectRules, lenient: boolean): Promise<Verdict> {
  const { file, text, agent, relocate, failure } = source;
  if (failure !== undefined) {
    // Loaded only here: it brings all codes along, which no good answer needs.
    const { failureFindings } = await import("../../doctor/failure-findings.ts");
    const findings = failureFindings(failure, file);
    return { file, agent: agent ?? "unknown", valid: false, answer: undefined, findings };
  }
  if (agent === undefined) throw unnamed(file);
  const inForce = { contract: rules.contract, schemas: await rules.schemasFor(agent) };
  const verdict = await validateAnswer({ file, text, agent }, inForce, lenient);
  if (relocate === undefined) return verdict;
  const moved = <Place extends Where>(place: Place): Place =>
    place.span === undefined ? place : { ...place, span: relocate(place.span) };
  const findings = verdict.findings.map((finding) => ({
    ...finding,
    where: moved(finding.where),
    ...(finding.related && { related: finding.related.map((one) => ({ ...one, where: moved(one.where) })) }),
  }));
  return { ...verdict, findings };
}

function asJson(verdict: Verdict): object {
  const { file, agent, valid, routed, answer, findings } = verdict;
  return {
    file,
    agent,
    valid,
    route: routed?.route,
    next: routed?.next,
    decidedBy: routed?.decidedBy,
    findings,
    answer,
  };
}

function summaryOf(io: Io, { file, agent, valid, routed }: Verdict): string {
  const style = styleFor(io, "stdout");
  const mark = valid ? style.green("valid") : style.red("not valid");
  const head = `${visible(file)}: ${visible(agent)}: ${mark}`;
  if (routed === undefined) return `${head}\n`;
  const because =
    routed.decidedBy === undefined ? "" : ` (${routed.decidedBy.field}: ${visible(routed.decidedBy.value)})`;
  return `${head}, ${style.bold(routed.route)}${because}\n  next: ${visible(routed.next)}\n`;
}
