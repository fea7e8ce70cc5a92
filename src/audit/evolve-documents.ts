import { agentNamed } from "../contract/contract.ts";
import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case } from "./case.ts";
import { changedPaths } from "./changed-paths.ts";
import { reviewedConditions, touchedConditions } from "./evolve-conditions.ts";
import { evolvePlan, plannedAnew } from "./evolve-plan.ts";
import type { Course } from "./follow/follow.ts";
import { together } from "./seen-change.ts";
import { projectPath } from "./shell/project-path.ts";

type Documents = Pick<Case, "documents" | "conditions" | "notes" | "plan">;

/** What is known of documents after an event: which there are, under which conditions they stand, which plan is approved. */
export function evolveDocuments(
  course: Course,
  before: Case,
  event: TraceEvent,
  verdict: Verdict | undefined,
): Documents {
  const { documents, conditions, notes, plan } = before;
  if (event.kind === "skill_invoked" && event.skill === course.flow.id && before.ended)
    return { documents, conditions: [], notes: [], plan: null };
  if (event.kind === "answer") {
    const isAnswer = event.failed === null && verdict !== undefined;
    return isAnswer ? told(course, before, event, verdict) : { documents, conditions, notes, plan };
  }
  const changed = changedPaths(before, event);
  const isTest = event.agent !== null && agentNamed(course.contract, event.agent)?.produces === "tests";
  return {
    documents: isTest ? together(documents, changed) : documents,
    conditions: changed.length === 0 ? conditions : touchedConditions(before, event, changed),
    notes,
    plan: evolvePlan(course, before, event, changed),
  };
}

/** What an author says it wrote is there even where the rest of its answer is not its schema's; nothing else of that is believed. */
function told(course: Course, before: Case, event: TraceEvent, verdict: Verdict): Documents {
  const { agent, answer, valid } = verdict;
  const produces = agentNamed(course.contract, agent)?.produces;
  const isAuthor = produces === "document" || produces === "tests";
  const place = { cwd: null, root: before.directory };
  const written = isAuthor ? pathsOf(answer).map((path) => projectPath(path, place)) : [];
  const documents = together(before.documents, written);
  if (!valid) return { documents, conditions: before.conditions, notes: before.notes, plan: before.plan };
  const conditions = touchedConditions(before, event, written, answer);
  return {
    documents,
    conditions: reviewedConditions({ ...before, conditions }, event.thread, verdict),
    notes: [...before.notes, ...notesOf(answer)],
    plan: agent === "work-planner" ? plannedAnew(course, before, event.thread, written) : before.plan,
  };
}

function notesOf(answer: unknown): string[] {
  if (fieldOf(answer, "status") !== "approved_with_notes") return [];
  const notes = fieldOf(answer, "notes");
  return typeof notes === "string" ? [notes] : [];
}

/** Every path an answer of an author names. */
export function pathsOf(answer: unknown): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (value !== null && typeof value === "object") for (const one of Object.values(value)) collect(one);
  };
  for (const field of ["path", "paths", "generatedFiles"]) collect(fieldOf(answer, field));
  return found;
}
