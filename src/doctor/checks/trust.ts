import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { Check } from "../check.ts";
import type { DoctorFacts } from "../facts.ts";
import { answersOf, answerTo, brokenConfig, distrust } from "../in-force.ts";
import { projectToTrust } from "../project-to-trust.ts";
import { tomlLines, tomlString } from "../toml-lines.ts";

/** Whether Codex reads the configuration at all, and the project's. */
export const trustCheck: Check = {
  area: "Trust",
  skip: (facts) => {
    const answers = answersOf(facts);
    if (answers === undefined) return "Codex could not be asked";
    return answers.config.ok || brokenConfig(answers) !== undefined ? undefined : "Codex gave no answer";
  },
  check: (facts) => {
    const answers = answersOf(facts);
    const broken = answers && brokenConfig(answers);
    if (broken !== undefined) return [invalid(broken, facts)];
    const reason = distrust(facts);
    return reason === undefined ? [] : [untrusted(reason, facts)];
  },
  sum: ({ place }) =>
    place.scope === "user" ? "an install for the user needs none" : `Codex trusts ${place.trustRoot}`,
};

/** Codex names the place as `PATH:LINE:COLUMN: …` or as `… file PATH: TOML parse error at line L, column C`. */
function invalid(text: string, { place }: DoctorFacts): Diagnostic {
  const [first = "", ...more] = text.split("\n").filter((line) => line.trim() !== "");
  const short = /^(.+?\.toml):(\d+):(\d+): (.*)$/.exec(first);
  const long = /config file (.+?\.toml): TOML parse error at line (\d+), column (\d+)/.exec(first);
  const [, path, line, column] = short ?? long ?? [];
  const message = `Codex cannot read it: ${short?.[4] ?? more.at(-1) ?? first}`;
  const file = [place.config, place.userConfig].find((one) => one.path === path)?.file ?? path;
  const where = {
    file: file ?? place.userConfig.file,
    ...(file === undefined ? {} : { span: { line: Number(line), column: Number(column) } }),
  };
  return diagnose("codex/config-invalid", { message, hint: "correct it: until then codex does not start", where });
}

function untrusted(reason: string, facts: DoctorFacts): Diagnostic {
  const { place } = facts;
  const root = projectToTrust(reason, place);
  const message = "Codex does not trust this project: it loads no agents, no hooks and no MCP server from it";
  const table = `[projects.${tomlString(root)}]`;
  const levels = answerTo(facts, ({ config }) => config)?.trustLevels ?? {};
  const hint = Object.hasOwn(levels, root)
    ? `set trust_level = "trusted" under ${table} in this file`
    : `start codex here and say yes when it asks, or baton trust --project; or add to this file:${tomlLines(table, 'trust_level = "trusted"')}`;
  return diagnose("codex/project-untrusted", { message, hint, where: { file: place.userConfig.file } });
}
