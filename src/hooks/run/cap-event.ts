import { type Agent, agentNamed, type Contract } from "../../contract/contract.ts";
import { fieldOf } from "../../response/route-answer.ts";
import type { Verdict } from "../../response/validate-answer.ts";
import { capText } from "../../run/cap-text.ts";
import type { TraceEvent } from "../../trace/trace-event.ts";

/** How much of a text a run keeps, in UTF-16 units. */
const most = { words: 20_000, command: 4_000, message: 4_000, answer: 250_000, files: 500 } as const;

/** An event with its texts capped, each cut where it shows. A valid answer stays whole, or keeps its routing fields. */
export function capEvent(event: TraceEvent, contract?: Contract, verdict?: Verdict): TraceEvent {
  switch (event.kind) {
    case "person_message":
      return { ...event, text: capText(event.text, most.words) };
    case "spawn":
    case "agent_addressed":
      return { ...event, prompt: event.prompt && capText(event.prompt, most.words) };
    case "answer":
      return event.text.length <= most.answer ? event : { ...event, text: shortAnswer(event.text, contract, verdict) };
    case "sent_on":
      return { ...event, reason: capText(event.reason, most.message) };
    case "command":
      return {
        ...event,
        command: capText(event.command, most.command),
        output: capText(event.output, most.message),
      };
    case "files_changed":
      return { ...event, files: event.files.slice(0, most.files) };
    case "turn_ended":
      return { ...event, message: event.message && capText(event.message, most.message) };
    default:
      return event;
  }
}

function shortAnswer(text: string, contract?: Contract, verdict?: Verdict): string {
  const agent = contract !== undefined && verdict?.valid === true ? agentNamed(contract, verdict.agent) : undefined;
  const short = agent === undefined ? "" : JSON.stringify(routingFields(agent, verdict?.answer));
  return short !== "" && short.length <= most.answer ? short : capText(text, most.message);
}

function routingFields({ routingFields: paths }: Agent, answer: unknown): object {
  const kept: Record<string, unknown> = {};
  for (const path of paths) put(kept, path.split("."), fieldOf(answer, path));
  return kept;
}

function put(into: Record<string, unknown>, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = (into[name] ?? {}) as Record<string, unknown>;
  into[name] = inner;
  put(inner, rest, value);
}
