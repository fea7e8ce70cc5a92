import type { Measured, RunCommand, StepReport, UpdateRun } from "../../../src/run/command.ts";
import { decide } from "../../../src/run/decide.ts";
import type { RunEvent, RunOpened } from "../../../src/run/event.ts";
import { evolve } from "../../../src/run/evolve.ts";
import { instantOf } from "../../../src/run/instant.ts";
import type { Refusal } from "../../../src/run/refusal.ts";
import { resumeRun, type Verdict } from "../../../src/run/resume.ts";
import { type RunState, stepOf } from "../../../src/run/run-state.ts";
import type { Step, StepStatus } from "../../../src/run/step.ts";

/** A run without a store: commands are decided and folded, and the clock stands still until it is moved. */
export class Ledger {
  state: RunState;
  readonly events: RunEvent[] = [];
  nowMs = Date.UTC(2026, 0, 31, 9, 0, 0);
  measured: Measured = {};

  constructor(plan: RunOpened, stepStatuses?: ReadonlyMap<string, StepStatus>) {
    const decision = decide(
      { type: "open", runId: "WF-TEST", plan, ...(stepStatuses === undefined ? {} : { stepStatuses }) },
      undefined,
      this.now,
    );
    if ("refusal" in decision) throw new Error(decision.refusal.message);
    this.events.push(...decision.events);
    this.state = fold(undefined, decision.events);
  }

  get now(): string {
    return instantOf(this.nowMs);
  }

  /** Carries out a command; the refusal, if it is refused. */
  send(command: RunCommand): Refusal | undefined {
    const decision = decide({ ...command, measured: this.measured } as RunCommand, this.state, this.now);
    if ("refusal" in decision) return decision.refusal;
    this.events.push(...decision.events);
    this.state = fold(this.state, decision.events);
    return undefined;
  }

  update(update: Omit<UpdateRun, "type">): Refusal | undefined {
    return this.send({ type: "update", ...update });
  }

  /** Reports a step's status. */
  report(
    key: string,
    status: StepStatus,
    rest: Partial<StepReport> & { readonly summary?: string } = {},
  ): Refusal | undefined {
    const { summary, ...report } = rest;
    return this.update({ step: { key, status, ...report }, summary });
  }

  /** Carries out reports that must not be refused. */
  done(...reports: readonly (readonly [key: string, status: StepStatus, summary?: string])[]): this {
    for (const [key, status, summary] of reports) {
      const refusal = this.report(key, status, summary === undefined ? {} : { summary });
      if (refusal !== undefined) throw new Error(`${key} ${status}: ${refusal.message}`);
    }
    return this;
  }

  step(key: string): Step {
    const step = stepOf(this.state, key);
    if (step === undefined) throw new Error(`no step ${key}`);
    return step;
  }

  get status(): string {
    return this.state.run.status;
  }

  get verdict(): Verdict {
    return resumeRun(this.state, this.now, this.measured);
  }

  /** Who did what, oldest first, without payloads. */
  get trail(): string[] {
    return this.events.map(({ actor, kind }) => `${actor} ${kind}`);
  }
}

/** Folds events onto a state. */
export function fold(state: RunState | undefined, events: readonly RunEvent[]): RunState {
  let folded = state;
  for (const event of events) folded = evolve(folded, event);
  if (folded === undefined) throw new Error("nothing to fold");
  return folded;
}
