import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { Agent, Condition, Contract, Handoff, Limits, Route } from "./contract.ts";
import { handoffKey } from "./join.ts";
import type { ContractLayer } from "./layer.ts";

type Report = (pointer: string, message: string, hint: string) => void;

/** Every place where a project's layer would hold less than the contract it extends. */
export function looseningFindings(base: Contract, joined: Contract, parsed: Parsed, file: string): Diagnostic[] {
  const layer = parsed.value as ContractLayer;
  const findings: Diagnostic[] = [];
  const report: Report = (pointer, message, hint) => {
    const span = parsed.locate(pointer);
    const where = { file, pointer, ...(span === undefined ? {} : { span }) };
    findings.push(diagnose("contract/loosened", { message, hint, where }));
  };
  limitsLoosened(base, layer, report);
  if (base.ledgers.approvals === "enforced" && layer.ledgers?.approvals === "attested")
    report("/ledgers/approvals", '"attested" asks for less than the "enforced" it extends', "remove it");
  statusesLoosened(base, layer, report);
  for (const [index, written] of (layer.agents ?? []).entries()) {
    const agent = joined.agents.find((one) => one.name === written.name);
    const known = base.agents.find((one) => one.name === written.name);
    if (agent !== undefined && known !== undefined)
      agentLoosened(known, agent, (field, message, hint) => report(`/agents/${index}/${field}`, message, hint));
  }
  for (const [index, stop] of (layer.stops ?? []).entries()) {
    const known = base.stops.find((one) => one.id === stop.id);
    if (known !== undefined && known.after !== stop.after)
      report(
        `/stops/${index}/after`,
        `"${stop.id}" comes after "${known.after}", this moves it behind "${stop.after}"`,
        `keep after: ${known.after}, or add a stop with an id of its own`,
      );
  }
  for (const [index, handoff] of (layer.handoffs ?? []).entries()) {
    const known = base.handoffs.find((one) => handoffKey(one) === handoffKey(handoff));
    if (known !== undefined) handoffLoosened(known, handoff, `/handoffs/${index}/passes`, report);
  }
  closeReasonsLoosened(base, layer, report);
  escalationLoosened(base, layer, report);
  return findings;
}

function closeReasonsLoosened(base: Contract, layer: ContractLayer, report: Report): void {
  for (const [index, reason] of (layer.completion?.closeReasons ?? []).entries()) {
    const known = base.completion.closeReasons.find((one) => one.id === reason.id);
    const at = `/completion/closeReasons/${index}`;
    if (known === undefined) report(at, `"${reason.id}" is a new reason to close a running subagent`, "remove it");
    else if (known.when !== reason.when)
      report(
        `${at}/when`,
        `"${reason.id}" is a reason to close a running subagent when something else holds`,
        keepWhen(known),
      );
  }
}

function escalationLoosened(base: Contract, layer: ContractLayer, report: Report): void {
  for (const [index, condition] of (layer.escalation ?? []).entries()) {
    const known = base.escalation.find((one) => one.id === condition.id);
    if (known !== undefined && known.when !== condition.when)
      report(
        `/escalation/${index}/when`,
        `"${condition.id}" goes to the user when something else holds`,
        keepWhen(known),
      );
  }
}

function keepWhen({ when }: Condition): string {
  return `keep when: ${when}, or add one with an id of its own`;
}

function limitsLoosened(base: Contract, layer: ContractLayer, report: Report): void {
  for (const [name, value] of Object.entries(layer.limits ?? {})) {
    const known = base.limits[name as keyof Limits];
    if (value > known)
      report(`/limits/${name}`, `"${name}" is ${value}, more than the ${known} it extends`, `use ${known} or less`);
  }
}

function statusesLoosened(base: Contract, layer: ContractLayer, report: Report): void {
  for (const [index, status] of (layer.statuses ?? []).entries()) {
    const known = base.statuses.find((one) => one.status === status.status);
    if (known === undefined) continue;
    if (isLooser(known.route, status.route))
      report(
        `/statuses/${index}/route`,
        `"${status.status}" goes to "${known.route}", this makes it "${status.route}"`,
        `keep route: ${known.route}`,
      );
    if (!known.terminal && status.terminal)
      report(
        `/statuses/${index}/terminal`,
        `"${status.status}" leaves a subagent running, this lets it count as finished`,
        "keep terminal: false",
      );
  }
}

function agentLoosened(
  known: Agent,
  agent: Agent,
  report: (field: string, message: string, hint: string) => void,
): void {
  if (!known.writes && agent.writes)
    report("writes", `"${agent.name}" may not write, this lets it`, "use writes: false");
  for (const field of ["layer", "produces"] as const) {
    if (known[field] !== undefined && known[field] !== agent[field])
      report(
        field,
        `"${agent.name}" has "${known[field]}" here, this makes it "${agent[field]}"`,
        `keep ${field}: ${known[field]}`,
      );
  }
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
  for (const [field, to] of Object.entries(known.refers ?? {})) {
    if (agent.refers?.[field] !== to)
      report("refers", `"${field}" of "${agent.name}" no longer has to be one of "${to}"`, `keep ${field}: ${to}`);
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

/** What had to travel with a spawn still has to, and on no further condition. */
function handoffLoosened(known: Handoff, handoff: Handoff, pointer: string, report: Report): void {
  for (const passed of known.passes) {
    const at = handoff.passes.findIndex((one) => one.name === passed.name);
    const now = handoff.passes[at];
    if (now === undefined) report(pointer, `"${handoff.from}" no longer passes "${passed.name}"`, "list it again");
    else if (now.kind !== passed.kind)
      report(
        `${pointer}/${at}/kind`,
        `"${passed.name}" travels as "${passed.kind}", this makes it "${now.kind}"`,
        `keep kind: ${passed.kind}`,
      );
    else if (now.field !== undefined && passed.field === undefined && passed.kind === "answer")
      report(
        `${pointer}/${at}/field`,
        `"${passed.name}" travels whole, this passes "${now.field}" of it`,
        "remove field",
      );
    else if (now.field !== undefined && passed.field !== undefined && now.field !== passed.field)
      report(
        `${pointer}/${at}/field`,
        `"${passed.name}" stands in "${passed.field}" of the answer, this looks for it in "${now.field}"`,
        `keep field: ${passed.field}`,
      );
    else if (now.when !== undefined && now.when !== passed.when)
      report(
        `${pointer}/${at}/when`,
        `"${passed.name}" travels ${passed.when === undefined ? "always" : `when ${passed.when}`}, this makes it depend on something else`,
        passed.when === undefined ? "remove when" : `keep when: ${passed.when}`,
      );
  }
}

const strictness: Readonly<Record<Route, number>> = { proceed: 0, revise: 1, escalate: 2, halt: 3 };

function isLooser(before: Route, after: Route): boolean {
  return strictness[after] < strictness[before];
}
