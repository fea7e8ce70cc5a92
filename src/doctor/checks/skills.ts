import type { LoadedSkill, SkillsAnswer } from "../../codex/skills-answer.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { Check } from "../check.ts";
import { doubledSkills } from "../doubled-skills.ts";
import type { DoctorFacts, ExpectedSkill } from "../facts.ts";
import { answerTo, unanswered } from "../in-force.ts";
import { installedTwice } from "../installed-twice.ts";
import { isTwice } from "../is-twice.ts";
import { restoreCommand } from "../restore-command.ts";
import { shownPath } from "../shown-path.ts";
import { tomlLines, tomlString } from "../toml-lines.ts";

/** Whether Codex has each skill of the pack: from where it was installed, under its name, enabled, and only once. */
export const skillsCheck: Check = {
  area: "Skills",
  skip: (facts) => (facts.skills.length === 0 ? "none are installed" : unanswered(facts, ({ skills }) => skills)),
  check: (facts) => {
    const answer = answerTo(facts, ({ skills }) => skills) ?? { skills: [], errors: [] };
    return [
      ...twice(facts),
      ...facts.skills.flatMap((skill) => about(skill, answer, facts)),
      ...foreignErrors(answer, facts),
    ];
  },
  sum: ({ skills }) => `${skills.length} of the pack, each once`,
};

function twice(facts: DoctorFacts): Diagnostic[] {
  const { otherInstall, place } = facts;
  if (otherInstall === undefined || !isTwice(facts)) return [];
  return [installedTwice([place.root, otherInstall.root], otherInstall.manifest)];
}

function about(wanted: ExpectedSkill, answer: SkillsAnswer, facts: DoctorFacts): Diagnostic[] {
  const { name, path, file } = wanted;
  const where = { file };
  const found = answer.skills.find((skill) => skill.path === path);
  if (found === undefined) return [absent(wanted, answer, facts)];
  if (found.name !== name) {
    const message = `Codex calls this skill "${found.name}", and the pack calls it "${name}"`;
    return [diagnose("codex/skill-renamed", { message, hint: `put name: ${name} back`, where })];
  }
  if (!found.enabled) {
    const message = `"${name}" is switched off`;
    const hint = "take its [[skills.config]] entry with enabled = false out of config.toml";
    return [diagnose("codex/skill-disabled", { message, hint, where })];
  }
  const { strangers } = doubledSkills(wanted, facts);
  return strangers.length === 0 ? [] : [doubled(wanted, strangers, facts)];
}

function absent({ name, path, file, there }: ExpectedSkill, answer: SkillsAnswer, facts: DoctorFacts): Diagnostic {
  const where = { file };
  const error = answer.errors.find((one) => one.path === path);
  if (error !== undefined) {
    const hint = "correct it; baton diff shows your edits";
    return diagnose("codex/skill-not-loaded", { message: `Codex could not load it: ${error.message}`, hint, where });
  }
  const why = there ? "Codex does not list it" : "its file is gone";
  const hint = there
    ? "SKILL.md has to be a file of its own, not a link, in exactly these letters"
    : `${restoreCommand(facts)} brings it back`;
  return diagnose("codex/skill-missing", { message: `there is no skill "${name}": ${why}`, hint, where });
}

function doubled({ name, file }: ExpectedSkill, others: readonly LoadedSkill[], { place }: DoctorFacts): Diagnostic {
  const [other] = others;
  const message = `there is a second skill "${name}": $${name} injects neither of them`;
  const lines = tomlLines("[[skills.config]]", `path = ${tomlString(other?.path ?? "")}`, "enabled = false");
  const hint = `remove or rename one, or switch the other off in ${place.userConfig.file}:${lines}`;
  const related = others.map(({ path, scope }) => ({
    where: { file: shownPath(path, place.viewpoint) },
    note: `the other one (${scope})`,
  }));
  return diagnose("codex/skill-doubled", { message, hint, where: { file }, related });
}

/** Skills of others that do not load: not Baton's, but nothing else tells their owner. */
function foreignErrors({ errors }: SkillsAnswer, { skills, place }: DoctorFacts): Diagnostic[] {
  const foreign = errors.filter(({ path }) => !skills.some((skill) => skill.path === path));
  return foreign.map(({ path, message }) =>
    diagnose("codex/skill-not-loaded", {
      message: `Codex could not load it: ${message}`,
      hint: "correct or remove it: it is not Baton's",
      where: { file: shownPath(path, place.viewpoint) },
      severity: "warning",
    }),
  );
}
