import type { SkillListing } from "../../codex/skill-listing.ts";
import type { LoadedSkill } from "../../codex/skills-answer.ts";
import { diagnose } from "../../core/diagnostic.ts";
import { closedList } from "../../core/suggest.ts";
import { descriptionLimit, listingLimit } from "../../pack/skill-listing.ts";
import type { Check } from "../check.ts";
import type { DoctorFacts } from "../facts.ts";
import { answerTo, unanswered } from "../in-force.ts";

/** Whether the list of skills that opens every session holds the pack's descriptions, whole. */
export const listingCheck: Check = {
  area: "Listing",
  skip: (facts) => {
    const reason = unanswered(facts, ({ session }) => session) ?? unanswered(facts, ({ skills }) => skills);
    if (reason !== undefined) return reason;
    return listingOf(facts) === undefined ? "Codex lists no skills: skills.include_instructions is false" : undefined;
  },
  check: (facts) => {
    const listing = listingOf(facts);
    const cut = listing === undefined ? [] : shortened(listing, facts);
    if (listing === undefined || cut.length === 0) return [];
    const loaded = answerTo(facts, ({ skills }) => skills)?.skills ?? [];
    const needed = listing.size + missingCharacters(listing, loaded);
    const message = `the list of all skills is over Codex's budget of ${listingLimit} characters, it would take about ${needed}: what Codex shows of ${closedList(cut, 5)} is cut or left out`;
    const hint = "remove or switch off skills you do not need, yours and other packs' included";
    return [diagnose("codex/listing-cut", { message, hint, where: { file: facts.place.userConfig.file } })];
  },
  sum: (facts) => {
    const { skills = [], size = 0 } = listingOf(facts) ?? {};
    return `${skills.length === 1 ? "1 skill" : `${skills.length} skills`} in ${size} of ${listingLimit} characters`;
  },
};

function listingOf(facts: DoctorFacts): SkillListing | undefined {
  return answerTo(facts, ({ session }) => session)?.listing;
}

/** Names of the pack's skills that the list does not hold with their whole description. */
function shortened({ skills }: SkillListing, facts: DoctorFacts): string[] {
  const loaded = answerTo(facts, (answers) => answers.skills)?.skills ?? [];
  return facts.skills.flatMap(({ name, path, listed }) => {
    const full = loaded.find((skill) => skill.path === path && skill.enabled);
    if (!listed || full === undefined) return [];
    const shown = skills.find((skill) => skill.path === path);
    return shown === undefined || lack(shown.description, full) > 0 ? [name] : [];
  });
}

function missingCharacters({ skills }: SkillListing, loaded: readonly LoadedSkill[]): number {
  return skills.reduce((sum, { path, description }) => {
    const full = loaded.find((skill) => skill.path === path);
    return sum + (full === undefined ? 0 : lack(description, full));
  }, 0);
}

/** How many characters of a description are not shown. Codex shows white space its own way: a few do not count. */
function lack(shown: string, { description }: LoadedSkill): number {
  const whole = Math.min([...description.trim()].length, descriptionLimit);
  return Math.max(0, whole - [...shown.trim()].length);
}
