import type { Content } from "./content.ts";
import type { Decision, DecisionRules } from "./decision.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ManifestFile } from "./manifest.ts";
import type { ReleaseFile } from "./release.ts";
import type { FoundFile } from "./snapshot.ts";

/**
 * A target's entry while its effects are under way: what it was before, and what is being put there, so that a run after
 * a crash can tell a file it wrote from one a person wrote.
 * @param from the target it is being moved from
 * @param wanted the pack's file, whose fingerprint need not be taken a second time
 */
export function pendingEntry(
  before: ManifestFile | undefined,
  { entry, effects }: Pick<Decision, "entry" | "effects">,
  yours: FoundFile | undefined,
  rules: DecisionRules,
  from?: string,
  wanted?: ReleaseFile,
): ManifestFile | undefined {
  const version = before?.version ?? rules.installed;
  const behind = version === rules.next ? {} : { version };
  if (entry === undefined) return before === undefined ? undefined : { ...before, ...behind };
  if (effects.length === 0) return entry;
  const conflict = before?.conflict === undefined ? {} : { conflict: before.conflict };
  if (entry.base === undefined || entry.conflict !== undefined) {
    // The file itself stays; only the copy beside it changes, and is known by what it was until then.
    const { conflict: _next, ...rest } = entry;
    return { ...rest, ...conflict };
  }
  const content = contentAfter(entry.target, effects, yours);
  const pristine = content === undefined || content === wanted?.content;
  const result = pristine ? entry.base : fingerprint(content);
  const { base, version: _at, ...rest } = entry;
  return {
    ...rest,
    ...(before?.base === undefined ? {} : { base: before.base, ...behind }),
    ...conflict,
    pending: { base, result, ...(from === undefined ? {} : { from }) },
  };
}

/** What stands at a target afterwards; undefined for nothing, and for a copy of the pack's file. */
function contentAfter(target: string, effects: Decision["effects"], yours: FoundFile | undefined): Content | undefined {
  const [done] = effects.filter((effect) => effect.do !== "remove" && effect.path === target);
  if (done === undefined) return yours?.content;
  return done.do === "write" ? done.content : undefined;
}
