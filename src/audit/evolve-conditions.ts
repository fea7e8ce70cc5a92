import { fieldOf } from "../response/route-answer.ts";
import type { Verdict } from "../response/validate-answer.ts";
import type { TraceEvent } from "../trace/trace-event.ts";
import { carries } from "./carries.ts";
import type { Case, OpenCondition } from "./case.ts";
import { hasFile, isSameFile } from "./is-same-file.ts";

/**
 * The conditions of reviews after an answer that a review gave: those of an earlier review of the same document are no
 * more, and what other documents had written down was for the phase before this one.
 */
export function reviewedConditions(before: Case, thread: string, { answer }: Verdict): Case["conditions"] {
  const decision = fieldOf(answer, "verdict.decision");
  if (typeof decision !== "string") return before.conditions;
  const document = reviewedDocument(before, thread, answer);
  const others = before.conditions.filter((one) => !isOf(one, document));
  const list = decision === "approved_with_conditions" ? fieldOf(answer, "verdict.conditions") : [];
  const texts = Array.isArray(list) ? list.filter((text) => typeof text === "string") : [];
  const set = texts.map((text): OpenCondition => {
    return { text, document, by: thread, event: before.events, resolved: false, noted: null, round: null };
  });
  return [...others.map((one) => (one.noted === "presumed" ? { ...one, noted: null } : one)), ...set];
}

/**
 * The conditions after an event that changed these documents. The first round of work on one is presumed to write its
 * conditions down, unless its author was told to resolve them; the next one resolves them. What an author's answer counts
 * among its open items is not resolved, whatever round it is.
 */
export function touchedConditions(
  before: Case,
  event: TraceEvent,
  paths: readonly string[],
  answer?: unknown,
): Case["conditions"] {
  const { conditions, agents } = before;
  const isHit = (one: OpenCondition): boolean => one.document !== null && hasFile(paths, one.document);
  if (!conditions.some(isHit)) return conditions;
  const agent = event.agent === null ? undefined : agents.get(event.thread);
  const round = `${event.thread}@${agent?.asked ?? ""}`;
  const items = fieldOf(answer, "openItems");
  return conditions.map((one) => {
    if (!isHit(one)) return one;
    if (Array.isArray(items)) return { ...one, resolved: true, noted: isAmong(items, one.text) ? "said" : null, round };
    return one.round === round ? one : { ...one, resolved: true, noted: notedIn(one, agent?.prompt ?? null), round };
  });
}

function notedIn({ round }: OpenCondition, prompt: string | null): OpenCondition["noted"] {
  if (prompt !== null && /\bappend|\bopen items?\b/i.test(prompt)) return "said";
  return round !== null || /\b(resolv|settl|address)/i.test(prompt ?? "") ? null : "presumed";
}

function isAmong(items: readonly unknown[], text: string): boolean {
  return items.some((item) => typeof item === "string" && carries(item, text));
}

/** The document a review is about: as it says, else the newest one its reviewer was told of, else the newest there is. */
function reviewedDocument({ agents, documents }: Case, thread: string, answer: unknown): string | null {
  const target = fieldOf(answer, "metadata.target_path");
  if (typeof target === "string") return target;
  const told = agents.get(thread)?.told ?? [];
  return documents.findLast((path) => told.some((text) => text?.includes(path))) ?? documents.at(-1) ?? null;
}

function isOf({ document }: OpenCondition, other: string | null): boolean {
  return document === other || (document !== null && other !== null && isSameFile(document, other));
}
