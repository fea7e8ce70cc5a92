import { agentNamed } from "../contract/contract.ts";
import type { CommandRun, TraceEvent } from "../trace/trace-event.ts";
import type { Case, PlanCase } from "./case.ts";
import { changedPaths } from "./changed-paths.ts";
import { committedPaths } from "./committed-paths.ts";
import type { Course } from "./follow/follow.ts";
import { isDocument } from "./is-document.ts";
import { hasFile, isSameFile } from "./is-same-file.ts";
import { commandOf } from "./shell/command-of.ts";
import { isCommitDone } from "./shell/is-commit-done.ts";
import { projectPath } from "./shell/project-path.ts";

/** The plan after its author answered. A plan that is rewritten where the flow waits for none was changed after its approval. */
export function plannedAnew(
  { flow }: Course,
  { plan, positions }: Case,
  thread: string,
  [path]: readonly string[],
): PlanCase | null {
  if (path === undefined) return plan;
  const isStep = positions.some(({ tokens }) =>
    tokens.some((token) => token.thread === thread && flow.nodes.has(token.node)),
  );
  const changed = !isStep && plan?.approved === true;
  return { ...unapproved, path, approved: changed, changed };
}

/** The plan after an event that is no answer of its author's, with the files the event changed. */
export function evolvePlan(course: Course, before: Case, event: TraceEvent, paths: readonly string[]): PlanCase | null {
  const plan = ownPlan(before, event, paths) ?? before.plan;
  if (plan === null) return null;
  if (event.kind === "person_message") {
    if (isWaitingFor(course, before, "batch-approval")) return { ...unapproved, path: plan.path, approved: true };
    return plan.changed ? { ...plan, changed: false, builtOn: false } : plan;
  }
  if (plan.changed && !plan.builtOn && isBuilding(course, before, event)) return { ...plan, builtOn: true };
  if (!plan.approved || !hasFile(paths, plan.path)) return plan;
  if (keepsPlan(course, before, event, plan)) return plan.ticked ? plan : { ...plan, ticked: true };
  return { ...plan, changed: true, builtOn: false };
}

const unapproved: Omit<PlanCase, "path"> = { approved: false, changed: false, builtOn: false, ticked: false };

/**
 * Whether a change of the plan's file leaves it the same plan: boxes are ticked, by whomever; who builds a task ticks its
 * box; who cuts the tasks links their files. What a command of theirs writes is taken for that; a patch, and anybody else's
 * command, is looked at.
 */
function keepsPlan(course: Course, before: Case, event: TraceEvent, { path }: PlanCase): boolean {
  if (isBuilder(course, event.agent)) return true;
  const mayLink = event.agent === "task-decomposer";
  if (event.kind === "command") return mayLink || onlyTicks(before, event, path);
  if (event.kind !== "files_changed") return mayLink;
  const rewritten = event.files.filter(({ marks }) => marks !== "ticks" && !(mayLink && marks === "links"));
  return !hasFile(changedPaths(before, { ...event, files: rewritten }), path);
}

/** Whether a command only ticks boxes in a file, of all that it writes there. */
function onlyTicks({ directory }: Case, event: CommandRun, path: string): boolean {
  const { writes, ticks } = commandOf(event);
  const place = { cwd: event.cwd, root: directory };
  const timesIn = (paths: readonly string[]): number =>
    paths.filter((one) => isSameFile(projectPath(one, place), path)).length;
  return timesIn(ticks) > 0 && timesIn(ticks) === timesIn(writes);
}

/** The plan that the orchestrator writes itself, where no agent does. */
function ownPlan({ plan, agents }: Case, event: TraceEvent, paths: readonly string[]): PlanCase | undefined {
  if (event.agent !== null || plan?.approved === true) return undefined;
  const path = paths.find((one) => /(^|\/)docs\/plans\/[^/]+\.md$/.test(one));
  const isPlanned = [...agents.values()].some((agent) => agent.type === "work-planner");
  return path === undefined || isPlanned ? undefined : { ...unapproved, path };
}

/** Whether an event starts work on code, or commits some. */
export function isBuilding(course: Course, before: Case, event: TraceEvent): boolean {
  if (event.agent !== null) return false;
  switch (event.kind) {
    case "spawn":
      return event.refused === null && isBuilder(course, event.type);
    case "agent_addressed":
      return event.refused === null && event.as === "task" && isBuilder(course, idleAgent(before, event.target));
    case "command":
      return isCommitDone(event) && committedPaths(before, event).some((path) => !isDocument(path, before));
    default:
      return false;
  }
}

/** The type of a subagent that is not at work: what one at work is told is part of its task. */
function idleAgent({ agents }: Case, thread: string): string | null {
  const agent = agents.get(thread);
  return agent === undefined || agent.status === "running" ? null : agent.type;
}

function isBuilder({ contract }: Course, agent: string | null): boolean {
  return agent !== null && agentNamed(contract, agent)?.produces === "code";
}

function isWaitingFor({ flow }: Course, { positions }: Case, stop: string): boolean {
  return positions.some(({ tokens }) => tokens.some((token) => flow.nodes.get(token.node)?.stop === stop));
}
