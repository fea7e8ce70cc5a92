import * as z from "zod/mini";

/** A hook as Codex has it. */
export interface LoadedHook {
  /** What its trust is recorded under. */
  readonly key: string;
  /** As the protocol spells it: `subagentStop`. */
  readonly event: string;
  readonly command: string;
  /** Absolute, of the file it stands in. */
  readonly sourcePath: string;
  readonly enabled: boolean;
  /** `untrusted`: never trusted. `modified`: it was, and has been changed since. Both are skipped without a word. */
  readonly trust: "managed" | "trusted" | "untrusted" | "modified";
  readonly hash: string;
}

export interface HooksAnswer {
  readonly hooks: readonly LoadedHook[];
  /** Files and matchers that Codex cannot read. */
  readonly warnings: readonly string[];
}

const shape = z.object({
  data: z.array(
    z.object({
      hooks: z.array(
        z.object({
          key: z.string(),
          eventName: z.string(),
          command: z.nullish(z.string()),
          sourcePath: z.string(),
          enabled: z.boolean(),
          trustStatus: z.enum(["managed", "trusted", "untrusted", "modified"]),
          currentHash: z.string(),
        }),
      ),
      warnings: z.array(z.string()),
    }),
  ),
});

/** Reads the result of `hooks/list` for one directory. @throws Error when it has another form */
export function readHooksAnswer(result: unknown): HooksAnswer {
  const { data } = z.parse(shape, result);
  const hooks = data.flatMap((entry) => entry.hooks);
  return {
    hooks: hooks.map(({ key, eventName, command, sourcePath, enabled, trustStatus, currentHash }) => ({
      key,
      event: eventName,
      command: command ?? "",
      sourcePath,
      enabled,
      trust: trustStatus,
      hash: currentHash,
    })),
    warnings: data.flatMap(({ warnings }) => warnings),
  };
}
