import type { Code } from "../core/codes.ts";
import { type Diagnostic, diagnose, type Finding } from "../core/diagnostic.ts";
import type { CustomAgent, Pack, Prose, Skill } from "./pack.ts";

/** One thing that can be wrong with a pack. Its file is named after its code. */
export interface Rule {
  readonly code: Code;
  readonly check: (pack: Pack) => Iterable<Diagnostic>;
}

/** A rule over the whole pack. */
export function packRule(code: Code, check: (pack: Pack) => Iterable<Finding>): Rule {
  return {
    code,
    *check(pack) {
      for (const finding of check(pack)) yield diagnose(code, finding);
    },
  };
}

/** A rule over each skill by itself. */
export function skillRule(code: Code, check: (skill: Skill, pack: Pack) => Iterable<Finding>): Rule {
  return packRule(code, function* (pack) {
    for (const skill of pack.skills) yield* check(skill, pack);
  });
}

/** A rule over each custom agent by itself. */
export function agentRule(code: Code, check: (agent: CustomAgent, pack: Pack) => Iterable<Finding>): Rule {
  return packRule(code, function* (pack) {
    for (const agent of pack.agents) yield* check(agent, pack);
  });
}

/** A rule over each text a model reads: bodies of skills, documents beside them, instructions of agents. */
export function proseRule(code: Code, check: (prose: Prose, pack: Pack) => Iterable<Finding>): Rule {
  return packRule(code, function* (pack) {
    for (const skill of pack.skills) for (const prose of [skill.body, ...skill.documents]) yield* check(prose, pack);
    for (const agent of pack.agents) if (agent.instructions !== undefined) yield* check(agent.instructions, pack);
  });
}
