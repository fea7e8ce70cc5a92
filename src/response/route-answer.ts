import type { Agent, Contract, Route } from "../contract/contract.ts";
import { show } from "../core/value-words.ts";

/** Where an answer goes and what the contract says to do there. */
export interface Routed {
  readonly route: Route;
  readonly next: string;
  /** The routing field that decided, with its value; absent when the agent always proceeds. */
  readonly decidedBy?: { readonly field: string; readonly value: string };
}

/** Routes a valid answer by its contract. A value without an outcome halts: unknown fails closed. */
export function routeAnswer(agent: Agent, answer: unknown): Routed {
  if (agent.decides === undefined) return { route: "proceed", next: agent.next ?? "Go on with the next step." };
  const value = fieldOf(answer, agent.decides);
  const outcome = typeof value === "string" ? agent.outcomes.get(value) : undefined;
  const decidedBy = { field: agent.decides, value: typeof value === "string" ? value : show(value) };
  if (outcome === undefined) {
    return {
      route: "halt",
      next: "Stop and put it before the user: the contract has no outcome for this value.",
      decidedBy,
    };
  }
  return { route: outcome.route, next: outcome.next, decidedBy };
}

/** Routes an answer that breaks its schema: back to its agent, as often as the contract's limit allows. */
export function routeInvalid(contract: Contract, agent: Agent): Routed {
  const { revisions } = contract.limits;
  if (revisions === 0)
    return { route: "escalate", next: "Put the findings before the user: the contract allows no second attempt." };
  return {
    route: "revise",
    next: `Send the findings back to ${agent.name} and ask for the corrected JSON alone; after ${revisions} attempt${revisions === 1 ? "" : "s"}, put it before the user.`,
  };
}

/** The value at a dotted path of an answer. */
export function fieldOf(answer: unknown, path: string): unknown {
  if (!path.includes(".")) return ownField(answer, path);
  let value = answer;
  for (const key of path.split(".")) value = ownField(value, key);
  return value;
}

function ownField(value: unknown, key: string): unknown {
  if (value === null || typeof value !== "object") return undefined;
  const found = (value as Record<string, unknown>)[key];
  // A plain object inherits no text, and most fields that are asked for are texts.
  if (typeof found === "string" && Object.getPrototypeOf(value) === Object.prototype) return found;
  return Object.hasOwn(value, key) ? found : undefined;
}
