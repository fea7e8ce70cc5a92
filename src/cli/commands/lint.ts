import { type Code, catalogue, isCode } from "../../core/codes.ts";
import { Failure } from "../../core/failure.ts";
import { didYouMean } from "../../core/suggest.ts";
import { lintPack } from "../../pack/lint.ts";
import { loadPack } from "../../pack/load-pack.ts";
import { openPack } from "../../pack/open-pack.ts";
import type { Pack } from "../../pack/pack.ts";
import { loadShipped } from "../../pack/shipped.ts";
import { loadTokenizer } from "../../pack/tokenizer.ts";
import { plural, tally, tallyWords } from "../../render/report.ts";
import { defineCommand } from "../define-command.ts";
import { emitReport } from "../emit-report.ts";
import { type Format, formats } from "../formats.ts";
import { maxWarnings } from "../max-warnings.ts";

interface Options {
  readonly rule?: string;
  readonly ignore?: string;
  readonly maxWarnings?: string;
  readonly format?: Format;
  readonly json?: true;
  readonly quiet?: true;
}

export default defineCommand<Options>({
  parameters: [{ name: "[dir]", description: "a pack, a project or a skill; without one, the repository you are in" }],
  options: [
    { flags: "--rule <codes>", description: "look for these codes only, separated by commas" },
    { flags: "--ignore <codes>", description: "leave these codes out" },
    { flags: "--max-warnings <n>", description: "fail on more warnings than this" },
    { flags: "--format <format>", description: "how to print findings", choices: formats },
    { flags: "--json", description: "short for --format json" },
    { flags: "-q, --quiet", description: "print findings only" },
  ],
  examples: [
    ["baton lint", "the skills, agents and contract of this repository"],
    ["baton lint .agents/skills/my-skill", "one skill"],
    ["baton lint --max-warnings 0 --format github", "in CI: warnings fail too, findings become annotations"],
    ["baton lint --ignore skill/unknown-field", "without the findings of one rule"],
  ],
  run: async (io, [directory], options) => {
    const only = codes(options.rule);
    const without = codes(options.ignore) ?? [];
    const allowed = maxWarnings(options.maxWarnings);
    const reader = openPack(io.cwd, directory as string | undefined);
    const pack = await loadPack(reader, await loadShipped(), loadTokenizer);
    if (isEmpty(pack)) {
      throw new Failure("cli/usage", `there is no skill, agent or contract in "${reader.show("")}"`, {
        status: 2,
        hint: "name a directory that holds some; hidden ones are not looked into",
      });
    }
    const findings = lintPack(pack, { ...(only === undefined ? {} : { only }), without });
    const format = options.json ? "json" : (options.format ?? "text");
    const counted = counts(pack);
    emitReport(io, format, { findings, sourceOf: (file) => pack.sources.get(file), checked: checked(pack) }, () => ({
      checked: counted,
      findings,
    }));
    const sum = tally(findings);
    if (format === "text" && options.quiet !== true) io.out(`${words(counted)} checked: ${tallyWords(sum)}\n`);
    return sum.errors > 0 || sum.warnings > allowed ? 1 : 0;
  },
});

function isEmpty({ agents, skills, schemas, contract, settings, unread }: Pack): boolean {
  return [agents, skills, schemas, settings, unread].every((list) => list.length === 0) && contract === undefined;
}

function codes(given: string | undefined): Code[] | undefined {
  return given?.split(",").map((word) => {
    const code = word.trim();
    if (isCode(code)) return code;
    const hint = didYouMean(code, Object.keys(catalogue)) ?? "baton explain lists the codes";
    throw new Failure("cli/unknown-code", `there is no code "${code}"`, { status: 2, hint });
  });
}

function counts({ agents, skills, schemas, contract, workflows }: Pack): Readonly<Record<string, number>> {
  return {
    agents: agents.length,
    skills: skills.length,
    schemas: schemas.length,
    contracts: contract === undefined ? 0 : 1,
    workflows: workflows.length,
  };
}

/** `14 agents, 9 skills, 26 schemas`. */
function words(counted: Readonly<Record<string, number>>): string {
  const some = Object.entries(counted).filter(([name, count]) => count > 0 || name === "skills");
  return some.map(([name, count]) => plural(count, name.replace(/s$/, ""))).join(", ");
}

function checked({ agents, skills, schemas }: Pack): { file: string; name: string }[] {
  return [
    ...agents.map(({ source, name }) => ({ file: source.file, name })),
    ...skills.map(({ source, name }) => ({ file: source.file, name })),
    ...schemas.map(({ source, agent }) => ({ file: source.file, name: agent })),
  ];
}
