import { doubledSkills } from "./doubled-skills.ts";
import type { DoctorFacts } from "./facts.ts";
import { answerTo } from "./in-force.ts";

/** Whether Codex has skills of this install a second time from the other scope's: told once, of all that is doubled so. */
export function isTwice(facts: DoctorFacts): boolean {
  const loaded = answerTo(facts, ({ skills }) => skills)?.skills ?? [];
  const inForce = facts.skills.filter(({ path }) => loaded.some((skill) => skill.path === path && skill.enabled));
  return inForce.some((skill) => doubledSkills(skill, facts).twins.length > 0);
}
