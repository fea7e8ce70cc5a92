import type { Remainder } from "../../audit/settings/take-known.ts";
import { readTimeline } from "../../trace/read-timeline.ts";
import type { Io } from "../io.ts";
import { showProgress } from "../progress.ts";
import { addSwitches } from "./add-switches.ts";
import { type AuditedSession, sumUp } from "./audited-session.ts";
import type { ChosenSessions } from "./choose-sessions.ts";
import { namesFrom } from "./names-from.ts";
import type { Auditor } from "./prepare-audit.ts";

/** What many audits came to. */
export interface Audits {
  readonly audited: readonly AuditedSession[];
  /** Places in the baseline of entries that nothing was found for. */
  readonly stale: ReadonlySet<number>;
  /** The whole audit, when one session was asked for. */
  readonly whole: Remainder | undefined;
}

/** Audits sessions one after another; of many, none is kept whole. */
export async function auditAll(
  io: Io,
  { files, one }: ChosenSessions,
  audit: Auditor,
  asJson: boolean,
): Promise<Audits> {
  const progress = showProgress(io, "Auditing …");
  const nameOf = namesFrom(io.cwd);
  const audited: AuditedSession[] = [];
  const stale = new Set<number>();
  let whole: Remainder | undefined;
  try {
    for (const [index, file] of files.entries()) {
      if (files.length > 1) progress.tell(`Auditing session ${index + 1} of ${files.length} …`);
      const remainder = await audit(addSwitches(await readTimeline(file, nameOf), io.cwd, nameOf));
      audited.push(sumUp(remainder.report, remainder.known, asJson));
      for (const entry of remainder.stale) stale.add(entry);
      if (one) whole = remainder;
    }
  } finally {
    progress.end();
  }
  return { audited, stale, whole };
}
