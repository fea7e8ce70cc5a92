import type { Baseline, BaselineEntry } from "./baseline.ts";
import { keyOf } from "./baseline-entry.ts";

/** What was found in one session, each finding as an entry of its own. */
interface Found {
  readonly session: string;
  readonly entries: readonly BaselineEntry[];
}

/** The baseline that knows all that was found in these sessions, and what `before` knows of others. */
export function makeBaseline(found: readonly Found[], before?: Baseline): Baseline {
  const audited = new Set(found.map(({ session }) => session));
  const others = (before?.findings ?? []).filter(({ session }) => !audited.has(session));
  const counted = new Map<string, BaselineEntry>();
  for (const entry of [...others, ...found.flatMap(({ entries }) => entries)]) {
    const same = counted.get(keyOf(entry));
    counted.set(keyOf(entry), same === undefined ? entry : { ...same, count: same.count + entry.count });
  }
  const findings = [...counted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  return { version: 1, findings };
}
