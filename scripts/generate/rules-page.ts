import { type Code, catalogue } from "../../src/core/codes.ts";

/** references/rules.md: every code with what it means, why it matters and what to do. Headings are the docs' anchors. */
export function rulesPage(): string {
  const codes = (Object.keys(catalogue) as Code[]).sort();
  const areas = [...new Set(codes.map((code) => code.split("/")[0] ?? ""))];
  const sections = areas.map(
    (area) =>
      `## ${area}\n\n${codes
        .filter((code) => code.startsWith(`${area}/`))
        .map(entry)
        .join("\n")}`,
  );
  return `# Codes

Every code Baton prints, generated from its catalogue; \`baton explain <code>\` prints the same. A code is never renamed or reused.

${sections.join("\n")}`;
}

function entry(code: Code): string {
  const { severity, title, why, fix, bad, good } = catalogue[code];
  const examples = [bad && example("Bad", bad), good && example("Good", good)].filter(Boolean).join("\n");
  return `### ${code}\n\n*${severity}*: ${title}. ${why}\n\n${fix}\n${examples === "" ? "" : `\n${examples}`}`;
}

function example(label: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${label}:\n\n${fence}\n${text}\n${fence}\n`;
}
