import type { Case } from "./case.ts";
import { committedPaths, reportedPaths, takes } from "./committed-paths.ts";
import { tried } from "./follow/tried.ts";
import { isDocument } from "./is-document.ts";
import { fileIndex } from "./is-same-file.ts";
import type { Moment } from "./moment.ts";
import { seenChange } from "./seen-change.ts";
import { commandOf } from "./shell/command-of.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";

/** A commit that is made, about to be made, or was tried. */
export interface CommitAt {
  /** What it holds that is no document, as far as is known. */
  readonly code: readonly string[];
  /** Of that, what the work so far has to answer for: all but what only lies there and would be swept in. */
  readonly own: readonly string[];
  /** Whether it takes every change there is, named or not. */
  readonly takesAll: boolean;
  /** The change it is of, with what the command itself wrote before. */
  readonly change: Case["change"];
}

/** The commit that happens at a moment of a flow that has not ended; undefined when there is none, or it failed. */
export function commitAt({ event, before }: Moment): CommitAt | undefined {
  if (event.kind !== "command" || before.ended || !/\bcommit\b/.test(event.command)) return undefined;
  const isProposed = event.exitCode === null && event.where.line === 0;
  if (event.refused === null && !isProposed && !isCommitDone(event)) return undefined;
  if (commandOf(event).commits === null) return undefined;
  const now = { ...before, change: seenChange(before, tried(event)) };
  const code = committedPaths(now, event).filter((path) => !isDocument(path, now));
  const find = fileIndex([...now.change.declared, ...now.change.seen]);
  const swept = new Set(isProposed ? reportedPaths(event).filter((path) => find(path) === undefined) : []);
  const own = code.filter((path) => !swept.has(path));
  return { code, own, takesAll: takes(now, event) === "all", change: now.change };
}
