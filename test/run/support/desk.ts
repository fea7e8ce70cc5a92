import { randomBytes } from "node:crypto";
import { Failure } from "../../../src/core/failure.ts";
import { instantOf } from "../../../src/run/instant.ts";
import type { RunContext } from "../../../src/run/operations/context.ts";
import { toolNamed } from "../../../src/run/operations/tools.ts";
import type { ApprovalPolicy } from "../../../src/run/run.ts";
import type { RunStore } from "../../../src/run/store.ts";
import { memoryStore } from "./memory-store.ts";

/** A JSON answer, whose fields a test picks. */
// biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
export type Answer = any;

/** The ledger's tools over a store, with a clock that stands still until it is moved, and files that are made up. */
export class Desk {
  nowMs = Date.UTC(2026, 0, 31, 9, 0, 0);
  readonly files = new Map<string, string>();
  readonly context: RunContext;

  constructor(store: RunStore = memoryStore(), approvals: ApprovalPolicy = "attested") {
    this.context = {
      store,
      approvals,
      randomBytes,
      now: () => instantOf(this.nowMs),
      measure: (path) => this.files.get(path) ?? null,
    };
  }

  /** Calls a tool; what it answers. */
  async call(tool: string, input: unknown): Promise<Answer> {
    return toolNamed(tool).call(this.context, input);
  }

  /** Opens a run; its id. */
  async open(input: object = {}): Promise<string> {
    const steps = [{ key: "doctor" }, { key: "package" }, { key: "publish" }];
    return (await this.call("workflow_open", { goal: "Publish v3.1.1", owner: "codex", steps, ...input })).run_id;
  }

  async update(runId: string, input: object): Promise<Answer> {
    return this.call("workflow_update", { run_id: runId, ...input });
  }

  async resume(runId: string): Promise<Answer> {
    return this.call("workflow_resume", { run_id: runId });
  }

  /** The run, its steps by key, and its newest events first. */
  async get(runId: string): Promise<Answer> {
    return this.call("workflow_get", { run_id: runId, include_events: true });
  }

  async step(runId: string, key: string): Promise<Answer> {
    return (await this.get(runId)).steps.find((step: { key: string }) => step.key === key);
  }

  async count(): Promise<number> {
    return (await this.context.store.ids()).length;
  }
}

/** The failure that something comes to. */
export async function failureOf(work: Promise<unknown> | (() => unknown)): Promise<Failure> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
