import { checkMoment } from "../../audit/check-moment.ts";
import { evolveCase } from "../../audit/evolve-case.ts";
import type { Moment } from "../../audit/moment.ts";
import type { Fault, Rule } from "../../audit/rule.ts";
import { auditRules } from "../../audit/rules.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";
import { existsFor, type HookCall } from "../hook-call.ts";
import type { FoldedRun } from "../run/fold-run.ts";

/** A fault that a rule finds in what is about to happen. */
export interface Held {
  readonly rule: Rule;
  readonly fault: Fault;
}

/** What the rules that hold live find in an event before it happens: what stops it, and what is only said. */
export async function heldFaults(
  { course, state }: Pick<FoldedRun, "course" | "state">,
  event: TraceEvent,
  call: HookCall,
): Promise<{ readonly stops: readonly Held[]; readonly warns: readonly Held[] }> {
  const { departure } = evolveCase(course, state, event);
  const moment: Moment = {
    event,
    before: state,
    course,
    ...(departure && { departure }),
    exists: existsFor(call),
  };
  const found = checkMoment(moment, live).map(([rule, fault]): Held => ({ rule, fault }));
  if (found.length === 0) return { stops: [], warns: [] };
  // With all that the catalogue says of its codes: loaded only where something is wrong.
  const severityOf = await (await import("../load-severities.ts")).loadSeverities(call);
  return {
    stops: found.filter(({ rule }) => severityOf(rule.code) === "error"),
    warns: found.filter(({ rule }) => severityOf(rule.code) === "warning"),
  };
}

const live = auditRules.filter((rule) => rule.live);

/** A fault as the model reads it: what is wrong, by which rule, and the way on. */
export function faultWords({ rule, fault }: Held): string {
  const hint = capital(fault.hint);
  return `Baton: ${fault.message} [${rule.code}]. ${/[.?!]$/.test(hint) ? hint : `${hint}.`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
