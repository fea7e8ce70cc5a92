/** Where an answer sends the work: on, back to its author, to the user with a question, or to a stop. */
export type Route = "proceed" | "revise" | "escalate" | "halt";

/** A word of the status vocabulary. */
export interface Status {
  readonly status: string;
  readonly scope: string;
  readonly meaning: string;
  readonly route: Route;
  readonly next: string;
  /** Whether the subagent that returns it has finished. */
  readonly terminal: boolean;
}

export interface Outcome {
  readonly route: Route;
  readonly next: string;
}

export interface Agent {
  readonly name: string;
  readonly purpose: string;
  readonly writes: boolean;
  readonly layer?: "backend" | "frontend";
  readonly produces?: "document" | "tests" | "code";
  /** Dotted paths into the answer that the orchestrator reads. */
  readonly routingFields: readonly string[];
  /** The routing field that decides where the answer goes; without one it always proceeds. */
  readonly decides?: string;
  /** Every value of `decides`, in the contract's order. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The next action of an agent that always proceeds. */
  readonly next?: string;
  /** Fields that hold one of the values at another place of the same answer: dotted paths, through lists. */
  readonly refers?: Readonly<Record<string, string>>;
}

export interface Stop {
  readonly id: string;
  readonly after: string;
  readonly present: string;
  readonly asks: string;
}

export interface Passed {
  readonly name: string;
  readonly kind: "answer" | "path" | "text";
  /** Where in the answer of the agent that hands over it stands, as a dotted path; absent where it is the whole, or not told. */
  readonly field?: string;
  readonly what: string;
  readonly when?: string;
}

export interface Handoff {
  readonly from: string;
  readonly to: readonly string[];
  readonly passes: readonly Passed[];
}

export interface Condition {
  readonly id: string;
  readonly when: string;
}

export interface Limits {
  readonly revisions: number;
  readonly verificationFixCycles: number;
}

/** How a run takes approvals: by its owner's word that one came, or by a person's decision alone. */
export type Approvals = "attested" | "enforced";

/** What the orchestrator promised, as data. Source of the format: references/contract.schema.json. */
export interface Contract {
  readonly version: 1;
  readonly statuses: readonly Status[];
  readonly agents: readonly Agent[];
  readonly stops: readonly Stop[];
  readonly handoffs: readonly Handoff[];
  readonly limits: Limits;
  /** Runs that a tool call or a command opens. */
  readonly ledgers: { readonly approvals: Approvals };
  readonly completion: {
    readonly closeReasons: readonly Condition[];
    readonly diagnostics: readonly string[];
    readonly continueWhile: readonly string[];
  };
  readonly escalation: readonly Condition[];
}

/** Agents by their names, for each contract that was asked: it is asked for every answer. */
const named = new WeakMap<Contract, ReadonlyMap<string, Agent>>();

/** The agent of that name, if the contract has it. */
export function agentNamed(contract: Contract, name: string): Agent | undefined {
  let agents = named.get(contract);
  if (agents === undefined) {
    agents = new Map(contract.agents.map((agent) => [agent.name, agent]));
    named.set(contract, agents);
  }
  return agents.get(name);
}
