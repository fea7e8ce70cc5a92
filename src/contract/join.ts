import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { closedList, didYouMean } from "../core/suggest.ts";
import type { Parsed } from "../parse/parsed.ts";
import type { Agent, Contract, Handoff, Outcome, Passed, Status } from "./contract.ts";
import type { ContractLayer, WrittenAgent } from "./layer.ts";

export const emptyContract: Contract = {
  version: 1,
  statuses: [],
  agents: [],
  stops: [],
  handoffs: [],
  limits: { revisions: Number.MAX_SAFE_INTEGER, verificationFixCycles: Number.MAX_SAFE_INTEGER },
  ledgers: { approvals: "attested" },
  completion: { closeReasons: [], diagnostics: [], continueWhile: [] },
  escalation: [],
};

/** Lays a checked layer over a base, entry by entry: new entries are added, known ones replaced. */
export function joinContract(
  parsed: Parsed,
  file: string,
  base: Contract = emptyContract,
): { contract: Contract; findings: Diagnostic[] } {
  const layer = parsed.value as ContractLayer;
  const findings: Diagnostic[] = [];
  const statuses = joinBy(base.statuses, layer.statuses ?? [], (one) => one.status);
  const agents = joinBy(
    base.agents.map((agent) => followStatuses(agent, base.statuses, statuses)),
    (layer.agents ?? []).map((written, index) =>
      resolveAgent(keepKind(written, base.agents), statuses, (at, message, hint) => {
        const pointer = `/agents/${index}/outcomes/${at}`;
        const span = parsed.locate(pointer);
        findings.push(
          diagnose("contract/unknown-status", {
            message,
            hint,
            where: { file, pointer, ...(span === undefined ? {} : { span }) },
          }),
        );
      }),
    ),
    (one) => one.name,
  );
  return {
    findings,
    contract: {
      version: 1,
      statuses,
      agents,
      stops: joinBy(base.stops, layer.stops ?? [], (one) => one.id),
      handoffs: joinBy(
        base.handoffs,
        (layer.handoffs ?? []).map((written) => keepFields(written, base.handoffs)),
        handoffKey,
      ),
      limits: { ...base.limits, ...layer.limits },
      ledgers: { ...base.ledgers, ...layer.ledgers },
      completion: {
        closeReasons: joinBy(base.completion.closeReasons, layer.completion?.closeReasons ?? [], (one) => one.id),
        diagnostics: joinBy(base.completion.diagnostics, layer.completion?.diagnostics ?? [], (one) => one),
        continueWhile: joinBy(base.completion.continueWhile, layer.completion?.continueWhile ?? [], (one) => one),
      },
      escalation: joinBy(base.escalation, layer.escalation ?? [], (one) => one.id),
    },
  };
}

/** What tells one handoff from another: who hands over to whom. */
export function handoffKey({ from, to }: Handoff): string {
  return `${from} to ${[...to].sort().join(", ")}`;
}

/** What an agent is for is known, also to a layer that does not repeat it. */
function keepKind(written: WrittenAgent, base: readonly Agent[]): WrittenAgent {
  const { layer, produces, refers } = base.find(({ name }) => name === written.name) ?? {};
  const known = Object.entries({ layer, produces, refers }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...written };
}

/** Where something stands in an answer is known, also to a layer that does not repeat it. */
function keepFields(written: Handoff, base: readonly Handoff[]): Handoff {
  const known = base.find((one) => handoffKey(one) === handoffKey(written))?.passes ?? [];
  const passes = written.passes.map((passed): Passed => {
    const field = passed.field ?? known.find((one) => one.name === passed.name)?.field;
    return field === undefined ? passed : { ...passed, field };
  });
  return { ...written, passes };
}

/** An outcome that is a word of the vocabulary goes where the vocabulary says, also when a project tightens the word. */
function followStatuses(agent: Agent, before: readonly Status[], now: readonly Status[]): Agent {
  const outcomes = new Map(agent.outcomes);
  for (const [value, outcome] of agent.outcomes) {
    const was = before.find((one) => one.status === value);
    const is = now.find((one) => one.status === value);
    if (was !== undefined && is !== undefined && was.route === outcome.route && was.next === outcome.next)
      outcomes.set(value, { route: is.route, next: is.next });
  }
  return { ...agent, outcomes };
}

function joinBy<T>(base: readonly T[], layer: readonly T[], key: (one: T) => string): T[] {
  const joined = new Map(base.map((one) => [key(one), one]));
  for (const one of layer) joined.set(key(one), one);
  return [...joined.values()];
}

function resolveAgent(
  written: WrittenAgent,
  statuses: readonly Status[],
  unknown: (at: number, message: string, hint: string | undefined) => void,
): Agent {
  const outcomes = new Map<string, Outcome>();
  if (Array.isArray(written.outcomes)) {
    for (const [at, word] of (written.outcomes as readonly string[]).entries()) {
      const status = statuses.find((one) => one.status === word);
      if (status === undefined) {
        const words = statuses.map((one) => one.status);
        unknown(at, `"${word}" is not a status, allowed are ${closedList(words)}`, didYouMean(word, words));
      } else outcomes.set(word, { route: status.route, next: status.next });
    }
  } else for (const [word, outcome] of Object.entries(written.outcomes ?? {})) outcomes.set(word, outcome as Outcome);
  return { ...written, outcomes };
}
