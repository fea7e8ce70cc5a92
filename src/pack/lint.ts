import { type Code, catalogue } from "../core/codes.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { withoutIgnored } from "./ignores.ts";
import type { Pack } from "./pack.ts";
import { rules } from "./rules.ts";

/** Which codes count: all of them, or only some, without others. */
export interface Selection {
  readonly only?: readonly Code[];
  readonly without?: readonly Code[];
}

/** Everything wrong with a pack, by file and line, each thing once. */
export function lintPack(pack: Pack, { only, without = [] }: Selection = {}): Diagnostic[] {
  const counts = (code: Code): boolean => (only === undefined || only.includes(code)) && !without.includes(code);
  const codes = new Set((Object.keys(catalogue) as Code[]).filter(counts));
  const found = [...pack.findings, ...rules.flatMap((rule) => (counts(rule.code) ? [...rule.check(pack)] : []))];
  const kept = withoutIgnored(
    found.filter((finding) => counts(finding.code)),
    pack.sources,
    codes,
  );
  const unique = new Map(kept.filter((finding) => counts(finding.code)).map((finding) => [identity(finding), finding]));
  return [...unique.values()].sort(byPlace);
}

function identity({ code, message, where }: Diagnostic): string {
  return [code, where.file, where.span?.line, where.span?.column, message].join("\0");
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.where.file !== b.where.file) return a.where.file < b.where.file ? -1 : 1;
  const line = (a.where.span?.line ?? 0) - (b.where.span?.line ?? 0);
  const column = (a.where.span?.column ?? 0) - (b.where.span?.column ?? 0);
  return line || column || (a.code < b.code ? -1 : 1);
}
