import type { LoadedSkill } from "../codex/skills-answer.ts";
import type { DoctorFacts, ExpectedSkill } from "./facts.ts";
import { answerTo } from "./in-force.ts";

/** Other skills that Codex has under the name of an installed one: those of the other scope's install, and strangers. */
export function doubledSkills(
  { name, path }: ExpectedSkill,
  facts: DoctorFacts,
): { readonly twins: readonly LoadedSkill[]; readonly strangers: readonly LoadedSkill[] } {
  const loaded = answerTo(facts, ({ skills }) => skills)?.skills ?? [];
  const others = loaded.filter((skill) => skill.name === name && skill.path !== path && skill.enabled);
  const isTwin = (skill: LoadedSkill): boolean => facts.otherInstall?.paths.includes(skill.path) === true;
  return { twins: others.filter(isTwin), strangers: others.filter((skill) => !isTwin(skill)) };
}
