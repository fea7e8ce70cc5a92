import type { Contract } from "../../contract/contract.ts";
import { Failure } from "../../core/failure.ts";
import type { RunContext } from "../../run/operations/context.ts";
import type { ShelvedCase } from "../session/case-shelf.ts";
import { foldRun } from "./fold-run.ts";
import type { Followed, Recording } from "./observe-command.ts";

/** What a hook makes of a run: what it answers, and what it records. */
export interface Decided<Result> extends Recording {
  readonly result: Result;
}

/** What a hook answers, and the run as that leaves it. */
export interface Kept<Result> {
  readonly result: Result;
  readonly followed: Followed;
}

/** Several hooks of one session may decide at once; one of them then has to decide again. */
const mostTries = 20;

/** Follows one run: every decision is made on its newest state, and recorded with all it means in one operation. */
export class RunKeeper {
  readonly #context: RunContext;
  readonly #contract: Contract;
  readonly #runId: string;
  readonly #before: ShelvedCase | undefined;

  /** @param before what is known of the run already */
  constructor(context: RunContext, contract: Contract, runId: string, before?: ShelvedCase) {
    this.#before = before;
    this.#context = context;
    this.#contract = contract;
    this.#runId = runId;
  }

  /**
   * Decides on the run as it is, and records what that brings.
   * @returns undefined where there is no such run, or none that a recipe opened
   * @throws Failure run/…
   */
  async keep<Result>(
    decide: (followed: Followed) => Decided<Result> | Promise<Decided<Result>>,
  ): Promise<Kept<Result> | undefined> {
    for (let tries = 1; ; tries++) {
      const followed = await this.follow();
      if (followed === undefined) return undefined;
      const decided = await decide(followed);
      const { result } = decided;
      if (decided.happened === undefined && decided.newOwner === undefined) return { result, followed };
      try {
        const { recordObserved } = await import("./record-observed.ts");
        return { result, followed: await recordObserved(this.#context, followed, decided) };
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== "run/stale-revision" || tries === mostTries) throw error;
      }
    }
  }

  /** The run as it is; undefined where there is none, or none that a recipe opened. */
  async follow(): Promise<Followed | undefined> {
    const seen = await this.#context.store.seen(this.#runId, this.#before);
    const from = seen?.isLater === true ? this.#before : undefined;
    const folded = seen === undefined ? undefined : foldRun(seen.events, this.#contract, from);
    if (seen === undefined || folded === undefined) return undefined;
    return { ...folded, run: seen.state, last: seen.last, read: seen.events.length };
  }
}
