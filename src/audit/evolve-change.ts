import { agentNamed } from "../contract/contract.ts";
import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { CommandRun, TraceEvent } from "../trace/trace-event.ts";
import type { Case, ChangeCase } from "./case.ts";
import { committedPaths } from "./committed-paths.ts";
import type { Course } from "./follow/follow.ts";
import { isDocument } from "./is-document.ts";
import { fileIndex, hasFile } from "./is-same-file.ts";
import { seenChange, together } from "./seen-change.ts";
import { commandOf } from "./shell/command-of.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";
import { projectPath } from "./shell/project-path.ts";

const none: ChangeCase = { declared: [], seen: [], byAgents: [], staged: [], made: [], approved: false, since: [] };

/** What has been changed since the last commit, after an event. */
export function evolveChange(
  course: Course,
  before: Case,
  event: TraceEvent,
  verdict: Verdict | undefined,
): ChangeCase {
  const { change } = before;
  switch (event.kind) {
    case "files_changed":
      return seenChange(before, event);
    case "command":
      if (event.refused !== null) return change;
      if (isCommitDone(event)) return committed({ ...before, change: seenChange(before, event) }, event);
      return staged(before, event, seenChange(before, event));
    case "answer":
      return event.failed === null && verdict !== undefined ? judged(course, before, verdict) : change;
    default:
      return change;
  }
}

function staged({ directory }: Case, event: CommandRun, change: ChangeCase): ChangeCase {
  const { stages, unstages } = commandOf(event);
  if (stages.length === 0 && unstages.length === 0) return change;
  const place = { cwd: event.cwd, root: directory };
  const named = (paths: readonly string[]): string[] => paths.map((path) => projectPath(path, place));
  const { staged: before, made } = change;
  const kept = unstages === "all" ? [] : typeof before === "string" ? before : without(before, named(unstages));
  if (kept === "all" || stages === "all") return { ...change, staged: "all", made: [] };
  if (kept === "tracked" || stages === "tracked") return { ...change, staged: "tracked" };
  const paths = named(stages);
  return { ...change, staged: together(kept, paths), made: made.filter((path) => !isUnder(paths, path)) };
}

function isUnder(paths: readonly string[], path: string): boolean {
  return hasFile(paths, path) || paths.some((one) => path.startsWith(`${one}/`));
}

/** What a commit leaves uncommitted. Once that is documents only, the approval has been used up. */
function committed(before: Case, event: CommandRun): ChangeCase {
  const { change } = before;
  const gone = committedPaths(before, event);
  const left = (paths: readonly string[]): string[] => without(paths, gone);
  const rest = { ...change, declared: left(change.declared), seen: left(change.seen) };
  const known = [...rest.declared, ...rest.seen];
  if (known.length === 0) return none;
  const approved = change.approved && known.some((path) => !isDocument(path, before));
  return {
    ...rest,
    byAgents: left(change.byAgents),
    staged: [],
    made: left(change.made),
    approved,
    since: approved ? left(change.since) : [],
  };
}

/** An executor declares what it changed; a quality check approves what there is then. */
function judged({ contract }: Course, { change, directory }: Case, verdict: Verdict): ChangeCase {
  const { answer, agent, routed, valid } = verdict;
  const files = fieldOf(answer, "filesModified");
  const paths = Array.isArray(files) ? files.filter((path) => typeof path === "string") : [];
  const place = { cwd: null, root: directory };
  const declared = together(
    change.declared,
    paths.map((path) => projectPath(path, place)),
  );
  if (agent.startsWith("quality-fixer"))
    return { ...change, declared, approved: valid && routed?.route === "proceed", since: [] };
  const builds = agentNamed(contract, agent)?.produces === "code" && paths.length > 0;
  return builds ? { ...change, declared, approved: false, since: [] } : change;
}

function without(paths: readonly string[], gone: readonly string[]): string[] {
  const find = fileIndex(gone);
  return paths.filter((path) => find(path) === undefined);
}
