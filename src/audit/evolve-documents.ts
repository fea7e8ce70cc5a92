import { agentNamed } from "../contract/contract.ts";
import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import type { Case, OpenCondition, PlanCase } from "./case.ts";
import type { Course } from "./follow/follow.ts";
import { readCommand } from "./shell/read-command.ts";

type Documents = Pick<Case, "documents" | "conditions" | "notes" | "plan">;

/** What is known of documents after an event: which there are, under which conditions they stand, which plan is approved. */
export function evolveDocuments(
  course: Course,
  before: Case,
  event: TraceEvent,
  verdict: Verdict | undefined,
): Documents {
  const { documents, conditions, notes, plan } = before;
  const same = { documents, conditions, notes, plan };
  if (event.kind === "answer" && event.failed === null && verdict?.valid === true)
    return told(course, same, event.thread, verdict);
  if (event.kind === "person_message" && plan !== null && isWaitingFor(course, before, "batch-approval"))
    return { ...same, plan: { ...plan, approved: true, changed: false } };
  const changed = changedPaths(event);
  return changed.length === 0 ? same : touched(same, changed);
}

function told(course: Course, same: Documents, thread: string, { agent, answer }: Verdict): Documents {
  const produces = agentNamed(course.contract, agent)?.produces;
  const written = produces === "document" || produces === "tests" ? pathsOf(answer) : [];
  const afterWriting = written.length === 0 ? same : touched(same, written);
  const conditions = conditionsOf(answer, thread);
  const review = fieldOf(answer, "verdict.decision");
  const reviewed = conditions.at(0)?.document ?? targetOf(answer);
  return {
    documents: [...new Set([...same.documents, ...written])],
    conditions:
      typeof review === "string"
        ? [...afterWriting.conditions.filter((one) => one.document !== reviewed), ...conditions]
        : afterWriting.conditions,
    notes: [...same.notes, ...notesOf(answer)],
    plan: planOf(agent, written, afterWriting.plan),
  };
}

function planOf(agent: string, written: readonly string[], plan: PlanCase | null): PlanCase | null {
  const [path] = written;
  return agent === "work-planner" && path !== undefined ? { path, approved: false, changed: false } : plan;
}

/** A document that changes settles the conditions on it; the approved plan does not stay what was approved. */
function touched(same: Documents, paths: readonly string[]): Documents {
  const hits = (path: string | null): boolean => path !== null && paths.some((one) => isSame(one, path));
  return {
    ...same,
    conditions: same.conditions.map((one) => (hits(one.document) ? { ...one, resolved: true } : one)),
    plan: same.plan?.approved === true && hits(same.plan.path) ? { ...same.plan, changed: true } : same.plan,
  };
}

function isSame(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || one === `./${other}`;
}

function changedPaths(event: TraceEvent): string[] {
  if (event.kind === "files_changed" && event.refused === null) return event.files.map((file) => file.path);
  if (event.kind === "command" && event.refused === null) return [...readCommand(event.command).writes];
  return [];
}

function conditionsOf(answer: unknown, by: string): OpenCondition[] {
  if (fieldOf(answer, "verdict.decision") !== "approved_with_conditions") return [];
  const list = fieldOf(answer, "verdict.conditions");
  const texts = Array.isArray(list) ? list.filter((text) => typeof text === "string") : [];
  return texts.map((text) => ({ text, document: targetOf(answer), by, resolved: false }));
}

function targetOf(answer: unknown): string | null {
  const target = fieldOf(answer, "metadata.target_path");
  return typeof target === "string" ? target : null;
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

function isWaitingFor({ flow }: Course, { positions }: Case, stop: string): boolean {
  return positions.some(({ tokens }) => tokens.some((token) => flow.nodes.get(token.node)?.stop === stop));
}
