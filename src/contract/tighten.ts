import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { Agent, Contract, Limits, Route } from "./contract.ts";
import type { ContractLayer } from "./layer.ts";

/** Every place where a project's layer would hold less than the contract it extends. */
export function looseningFindings(base: Contract, joined: Contract, parsed: Parsed, file: string): Diagnostic[] {
  const layer = parsed.value as ContractLayer;
  const findings: Diagnostic[] = [];
  const report = (pointer: string, message: string, hint: string): void => {
    const span = parsed.locate(pointer);
    findings.push(
      diagnose("contract/loosened", {
        message,
        hint,
        where: { file, pointer, ...(span === undefined ? {} : { span }) },
      }),
    );
  };
  for (const [name, value] of Object.entries(layer.limits ?? {})) {
    const known = base.limits[name as keyof Limits];
    if (value > known)
      report(`/limits/${name}`, `"${name}" is ${value}, more than the ${known} it extends`, `use ${known} or less`);
  }
  for (const [index, status] of (layer.statuses ?? []).entries()) {
    const known = base.statuses.find((one) => one.status === status.status);
    if (known !== undefined && isLooser(known.route, status.route)) {
      report(
        `/statuses/${index}/route`,
        `"${status.status}" goes to "${known.route}", this makes it "${status.route}"`,
        `keep route: ${known.route}`,
      );
    }
  }
  for (const [index] of (layer.agents ?? []).entries()) {
    const agent = joined.agents.find((one) => one.name === layer.agents?.[index]?.name);
    const known = base.agents.find((one) => one.name === agent?.name);
    if (agent !== undefined && known !== undefined)
      agentLoosened(known, agent, (field, message, hint) => report(`/agents/${index}/${field}`, message, hint));
  }
  for (const [index, reason] of (layer.completion?.closeReasons ?? []).entries()) {
    if (base.completion.closeReasons.some((one) => one.id === reason.id)) continue;
    report(
      `/completion/closeReasons/${index}`,
      `"${reason.id}" is a new reason to close a running subagent`,
      "remove it",
    );
  }
  return findings;
}

function agentLoosened(
  known: Agent,
  agent: Agent,
  report: (field: string, message: string, hint: string) => void,
): void {
  if (!known.writes && agent.writes)
    report("writes", `"${agent.name}" may not write, this lets it`, "use writes: false");
  if (known.decides !== agent.decides) {
    report(
      "decides",
      `"${agent.name}" is routed by "${known.decides ?? "nothing"}", not by "${agent.decides ?? "nothing"}"`,
      "keep decides as it was",
    );
  }
  for (const field of known.routingFields) {
    if (!agent.routingFields.includes(field))
      report("routingFields", `"${agent.name}" loses the routing field "${field}"`, "list it again");
  }
  for (const [value, outcome] of agent.outcomes) {
    const before = known.outcomes.get(value);
    if (before !== undefined && isLooser(before.route, outcome.route)) {
      report(
        "outcomes",
        `"${value}" of "${agent.name}" goes to "${before.route}", this makes it "${outcome.route}"`,
        `keep route: ${before.route}`,
      );
    }
  }
}

const strictness: Readonly<Record<Route, number>> = { proceed: 0, revise: 1, escalate: 2, halt: 3 };

function isLooser(before: Route, after: Route): boolean {
  return strictness[after] < strictness[before];
}
