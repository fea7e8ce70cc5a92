import { type Code, catalogue, isCode } from "../core/codes.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { didYouMean } from "../core/suggest.ts";

/** A comment that excuses findings: `<!-- baton-ignore skill/dead-link: reason -->`, or `# baton-ignore …` in TOML and YAML. */
interface Ignore {
  readonly code: Code;
  readonly file: string;
  /** The line of the comment. */
  readonly line: number;
  /** The first line behind it that is no such comment: the one it speaks about. */
  readonly about: number;
}

interface Ignores {
  readonly ignores: readonly Ignore[];
  readonly findings: readonly Diagnostic[];
}

const comment = /^\s*(?:<!--|#)\s*baton-ignore\b\s*([^\s:]*)\s*:?\s*(.*?)\s*(?:-->)?\s*$/;

/**
 * Drops every finding that a comment on the line before excuses; a finding without a line is excused by a comment
 * anywhere in its file. Comments that are not understood, or excuse nothing, are findings themselves.
 * @param codes every code that was looked for: a comment about another one may well be of use
 */
export function withoutIgnored(
  findings: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  codes: ReadonlySet<Code>,
): Diagnostic[] {
  const all = [...sources].map(([file, text]) => ignoresIn(file, text));
  const ignores = all.flatMap((one) => one.ignores);
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const by = ignores.find((ignore) => excuses(ignore, finding));
    if (by !== undefined) used.add(by);
    return by === undefined;
  });
  const unused = ignores
    .filter((ignore) => !used.has(ignore) && codes.has(ignore.code))
    .map(({ code, file, line }) =>
      diagnose("pack/ignore-unused", {
        message: `there is no ${code} here to ignore`,
        hint: "remove the comment",
        where: { file, span: { line, column: 1 } },
      }),
    );
  return [...kept, ...all.flatMap((one) => one.findings), ...unused];
}

function excuses({ code, file, about }: Ignore, finding: Diagnostic): boolean {
  if (finding.code !== code || finding.where.file !== file) return false;
  const { span } = finding.where;
  // Front matter starts at the first byte: what is found at the very start of a file has no line before it.
  const hasNoLineBefore = span === undefined || (span.line === 1 && span.column === 1);
  return hasNoLineBefore || span.line === about;
}

function ignoresIn(file: string, text: string): Ignores {
  const ignores: Ignore[] = [];
  const findings: Diagnostic[] = [];
  if (!text.includes("baton-ignore")) return { ignores, findings };
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, content] of lines.entries()) {
    const found = comment.exec(content);
    if (found === null) continue;
    const [, code = "", reason = ""] = found;
    const span = { line: index + 1, column: content.search(/\S/) + 1 };
    const report = (message: string, hint: string | undefined): void => {
      findings.push(diagnose("pack/ignore-invalid", { message, hint, where: { file, span } }));
    };
    if (!isCode(code))
      report(`"${code}" is not a code`, didYouMean(code, Object.keys(catalogue)) ?? "baton explain lists the codes");
    else if (reason === "") report(`no reason is given for ignoring ${code}`, "write it behind a colon");
    else ignores.push({ code, file, line: index + 1, about: nextLine(lines, index) });
  }
  return { ignores, findings };
}

function nextLine(lines: readonly string[], index: number): number {
  let next = index + 1;
  while (next < lines.length && comment.test(lines[next] ?? "")) next++;
  return next + 1;
}
