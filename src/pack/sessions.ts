import type { Skill } from "./pack.ts";

/** Skills that one session of Codex has together. */
export interface Session {
  /** The directory it is started in, relative to what was linted. */
  readonly base: string;
  readonly skills: readonly Skill[];
}

/**
 * The sessions that can be told apart by their skills: Codex scans every directory from the repository's root down to
 * the one it is started in. What a pack keeps for an installation counts as one more.
 */
export function sessions(skills: readonly Skill[]): Session[] {
  return (["live", "pack", "guess"] as const).flatMap((kind) => {
    const own = skills.filter((skill) => skill.scope.kind === kind);
    const bases = [...new Set(own.map((skill) => skill.scope.base))].sort();
    return bases.map((base) => ({ base, skills: own.filter((skill) => isAbove(skill.scope.base, base)) }));
  });
}

function isAbove(above: string, base: string): boolean {
  return above === "" || above === base || base.startsWith(`${above}/`);
}
