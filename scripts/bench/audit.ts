import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { growSession } from "./audit/grow-session.ts";
import { atMost, type Line } from "./bar.ts";
import { median } from "./compare.ts";

const sessionBytes = 200_000_000;
const rounds = 7;

/**
 * `baton audit` of a governed session of 200 MB, by every rule, against a program that puts each of its lines through
 * JSON.parse: whole processes, in turns. Compared is processor time, which a busy machine distorts less than the clock.
 */
export function benchAudit(program: string, directory: string): Line[] {
  mkdirSync(directory, { recursive: true });
  const file = growSession(directory, sessionBytes);
  const floor = new Contender([join(import.meta.dirname, "audit/parse-every-line.mjs"), file], [0]);
  const audit = new Contender([program, "audit", file], [0, 1]);
  for (let round = -1; round < rounds; round++) {
    for (const contender of [floor, audit]) contender.run(round >= 0);
  }
  const size = `${Math.round(statSync(file).size / 1e6)} MB`;
  const detail = `${audit.processorMs.toFixed(0)} ms against ${floor.processorMs.toFixed(0)} ms, ${size}`;
  const ratio = audit.processorMs / floor.processorMs;
  return [
    atMost("auditing a session / JSON.parse of its lines", ratio, 0.6, detail),
    atMost("memory while auditing a session, MB", audit.megabytes, 150, `${size}; floor ${floor.megabytes} MB`),
  ];
}

/** A program run again and again, which says at its end what it cost. */
class Contender {
  readonly #args: readonly string[];
  readonly #statuses: readonly number[];
  readonly #timesMs: number[] = [];
  megabytes = 0;

  constructor(args: readonly string[], statuses: readonly number[]) {
    this.#args = ["--import", join(import.meta.dirname, "audit/report-cost.mjs"), ...args];
    this.#statuses = statuses;
  }

  get processorMs(): number {
    return median(this.#timesMs);
  }

  run(counts: boolean): void {
    const { status, stderr } = spawnSync(process.execPath, this.#args, { encoding: "utf8", maxBuffer: 1 << 28 });
    if (status === null || !this.#statuses.includes(status))
      throw new Error(`a program ended with ${status}: ${stderr}`);
    const [processorMs = 0, kilobytes = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
    if (counts) this.#timesMs.push(processorMs);
    this.megabytes = Math.max(this.megabytes, Math.round(kilobytes / 1000));
  }
}
