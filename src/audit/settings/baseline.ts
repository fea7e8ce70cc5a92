/** Findings of one session that are known, all alike. */
export interface BaselineEntry {
  /** The session's id. */
  readonly session: string;
  readonly code: string;
  /** The kind of the event. */
  readonly event: string;
  /** The agent it happened in; null for the orchestrator. */
  readonly agent: string | null;
  /** The essential words' fingerprint: what tells this finding from others of its code. */
  readonly words: string;
  readonly count: number;
  /** For people who read the file; decides nothing. */
  readonly message: string;
}

/** What is known and no longer reported. The format of the file: `{ version: 1, findings: [entry…] }`. */
export interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

/** A baseline as the text of its file. */
export function renderBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}
