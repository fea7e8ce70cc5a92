import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Case, emptyCase } from "../../audit/case.ts";
import type { FoldedRun } from "../run/fold-run.ts";
import { makePlainDirectory } from "./session-marker.ts";

/** What a run's events came to, up to one of them. */
export interface ShelvedCase {
  /** The number and the hash of the last event in it. */
  readonly seq: number;
  readonly hash: string;
  readonly state: Case;
  readonly sentOn: FoldedRun["sentOn"];
}

/** Puts a case aside at a turn's end, so that no later hook folds again what one has folded. */
export function shelveCase(root: string, runId: string, { seq, hash, state, sentOn }: ShelvedCase): void {
  const file = shelfFile(root, runId);
  if (file === undefined) return;
  makePlainDirectory(dirname(file));
  const fresh = `${file}.${process.pid}.baton-tmp`;
  const text = JSON.stringify({ form, seq, hash, sentOn: [...sentOn], state: { ...state, agents: [...state.agents] } });
  writeFileSync(fresh, text, { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
}

/** The case a run was last put aside with; undefined where there is none, or none of this version's making. */
export function shelvedCase(root: string, runId: string): ShelvedCase | undefined {
  try {
    const kept = JSON.parse(readFileSync(shelfFile(root, runId) ?? "", "utf8"));
    if (kept.form !== form || typeof kept.seq !== "number" || typeof kept.hash !== "string") return undefined;
    const state = { ...kept.state, agents: new Map(kept.state.agents) } as Case;
    return { seq: kept.seq, hash: kept.hash, state, sentOn: new Map(kept.sentOn) };
  } catch {
    return undefined;
  }
}

/** Takes a case off the shelf, when its run has ended. */
export function dropCase(root: string, runId: string): void {
  const file = shelfFile(root, runId);
  if (file !== undefined) rmSync(file, { force: true });
}

/** A version that knows other things of a case folds it anew. */
const form = `5 ${Object.keys(emptyCase).sort().join(" ")}`;

function shelfFile(root: string, runId: string): string | undefined {
  return /^[\w-]{1,60}$/.test(runId) ? join(root, ".baton", "sessions", `${runId}.case`) : undefined;
}
