import type { EventBody, RunEvent } from "../event.ts";
import { evolve } from "../evolve.ts";
import type { Instant } from "../instant.ts";
import type { RunState } from "../run-state.ts";
import type { Step } from "../step.ts";

/** The events of one operation as they come about, with the state after each. */
export class Drafting {
  readonly now: Instant;
  readonly events: RunEvent[] = [];
  #state: RunState;
  readonly #revision: number;

  constructor(state: RunState, now: Instant, revision: number = state.run.revision + 1) {
    this.#state = state;
    this.#revision = revision;
    this.now = now;
  }

  get state(): RunState {
    return this.#state;
  }

  /** @throws Error for a step the run does not have */
  step(key: string): Step {
    const step = this.#state.steps.find((one) => one.key === key);
    if (step === undefined) throw new Error(`there is no step "${key}"`);
    return step;
  }

  add(actor: string, body: EventBody): void {
    const { id: runId, lastSeq } = this.#state.run;
    const event: RunEvent = { runId, seq: lastSeq + 1, revision: this.#revision, at: this.now, actor, ...body };
    this.events.push(event);
    this.#state = evolve(this.#state, event);
  }
}
