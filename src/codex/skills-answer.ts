import * as z from "zod/mini";

/** A skill Codex has loaded. */
export interface LoadedSkill {
  readonly name: string;
  readonly description: string;
  /** Absolute, of its SKILL.md. */
  readonly path: string;
  /** `repo`, `user`, `system` or `admin`. */
  readonly scope: string;
  readonly enabled: boolean;
}

export interface SkillsAnswer {
  readonly skills: readonly LoadedSkill[];
  /** Skills that did not load, and why. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

const shape = z.object({
  data: z.array(
    z.object({
      skills: z.array(
        z.object({
          name: z.string(),
          description: z.string(),
          path: z.string(),
          scope: z.string(),
          enabled: z.boolean(),
        }),
      ),
      errors: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ),
});

/** Reads the result of `skills/list` for one directory. @throws Error when it has another form */
export function readSkillsAnswer(result: unknown): SkillsAnswer {
  const { data } = z.parse(shape, result);
  return { skills: data.flatMap(({ skills }) => skills), errors: data.flatMap(({ errors }) => errors) };
}
