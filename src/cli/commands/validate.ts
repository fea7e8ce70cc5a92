import { Option } from "commander";
import { Failure } from "../../core/failure.ts";
import { loadProjectRules } from "../../pack/project-rules.ts";
import { tally } from "../../render/report.ts";
import { type Verdict, validateAnswer } from "../../response/validate-answer.ts";
import { type AnswerSource, collectAnswers } from "../collect-answers.ts";
import { defineCommand } from "../define-command.ts";
import { emitReport, type Format, formats } from "../emit-report.ts";
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
  configure: (command) => {
    command
      .argument("[file...]", "answers, or directories of answers (<agent>.json, <agent>.01.json)")
      .option("--agent <name>", "the agent that gave the answer")
      .option("--stdin", "read one answer from standard input")
      .option("--lenient", "recover what can be recovered and report it as a warning")
      .addOption(new Option("--format <format>", "how to print findings").choices(formats))
      .option("--json", "short for --format json")
      .option("-q, --quiet", "print findings only");
  },
  examples: [
    ["baton validate answer.json --agent task-executor", "check one answer"],
    ["pbpaste | baton validate --stdin --agent code-verifier --lenient", "check what an agent said, prose and all"],
    ["baton validate answers/ --format github", "check a directory in CI, with annotations"],
  ],
  run: async (io, [files], options) => {
    const sources = await collectAnswers(io, files as readonly string[], options);
    const rules = loadProjectRules(io.cwd, io.env);
    const verdicts = sources.map((source) => judge(source, rules, options.lenient === true));
    const findings = verdicts.flatMap((verdict) => verdict.findings);
    const format = options.json ? "json" : (options.format ?? "text");
    const sourceOf = (file: string): string | undefined => sources.find((source) => source.file === file)?.text;
    const checked = verdicts.map(({ file, agent }) => ({ file, name: agent }));
    emitReport(io, format, { findings, sourceOf, checked }, () => ({ answers: verdicts.map(asJson) }));
    if (format === "text" && options.quiet !== true) for (const verdict of verdicts) io.out(summaryOf(io, verdict));
    return tally(findings).errors > 0 ? 1 : 0;
  },
});

function judge(source: AnswerSource, rules: ReturnType<typeof loadProjectRules>, lenient: boolean): Verdict {
  if (source.agent !== undefined) return validateAnswer({ ...source, agent: source.agent }, rules, lenient);
  throw new Failure("response/agent-unnamed", "nothing says which agent gave this answer", {
    status: 2,
    where: { file: source.file },
    hint: "pass --agent <name>, or name the file <agent>.json",
  });
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
  const head = `${file}: ${agent}: ${mark}`;
  if (routed === undefined) return `${head}\n`;
  const because = routed.decidedBy === undefined ? "" : ` (${routed.decidedBy.field}: ${routed.decidedBy.value})`;
  return `${head}, ${style.bold(routed.route)}${because}\n  next: ${routed.next}\n`;
}
