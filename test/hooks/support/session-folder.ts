import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A directory of Codex's session files, for the rest of the test. */
export class SessionFolder {
  readonly sessions: string;

  constructor() {
    this.sessions = mkdtempSync(join(tmpdir(), "baton-sessions-"));
    onTestFinished(() => rmSync(this.sessions, { recursive: true, force: true }));
  }

  /** A thread's file, in the folder of a day. */
  fileOf(thread: string, day = "2026/11/21"): string {
    return join(this.sessions, day, `rollout-2026-11-21T10-00-00-${thread}.jsonl`);
  }

  /** Writes a line at the end of a file, as Codex 0.169 does. */
  append(file: string, line: { readonly atMs: number; readonly type: string; readonly payload: object }): void {
    mkdirSync(join(file, ".."), { recursive: true });
    const { atMs, type, payload } = line;
    appendFileSync(file, `${JSON.stringify({ timestamp: new Date(atMs).toISOString(), ordinal: 1, type, payload })}\n`);
  }
}
