import type { Agent, Condition, Contract, Handoff, Limits, Outcome, Status, Stop } from "./contract.ts";

/** A contract file as written, after its shape was checked. */
export interface ContractLayer {
  readonly version: 1;
  readonly statuses?: readonly Status[];
  readonly agents?: readonly WrittenAgent[];
  readonly stops?: readonly Stop[];
  readonly handoffs?: readonly Handoff[];
  readonly limits?: Partial<Limits>;
  readonly ledgers?: Partial<Contract["ledgers"]>;
  readonly completion?: {
    readonly closeReasons?: readonly Condition[];
    readonly diagnostics?: readonly string[];
    readonly continueWhile?: readonly string[];
  };
  readonly escalation?: readonly Condition[];
}

/** An agent as written: outcomes are words of the vocabulary, or each value with a route of its own. */
export type WrittenAgent = Omit<Agent, "outcomes"> & {
  readonly outcomes?: readonly string[] | Readonly<Record<string, Outcome>>;
};
