import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { growSession } from "./audit/grow-session.ts";
import { atMost, type Line } from "./bar.ts";
import { median } from "./compare.ts";

const sessionBytes = 200_000_000;
const rounds = 7;

/**
 * Reading a session of 200 MB against JSON.parse of each of its lines, each in a process of its own, in turns. Compared is
 * processor time, which a busy machine distorts less than the clock.
 */
export function benchAudit(directory: string): Line[] {
  mkdirSync(directory, { recursive: true });
  const file = growSession(directory, sessionBytes);
  const floor = new Contender("parse-every-line", file, directory);
  const reader = new Contender("read-timeline", file, directory);
  for (let round = -1; round < rounds; round++) {
    for (const contender of [floor, reader]) contender.run(round >= 0);
  }
  const size = `${Math.round(statSync(file).size / 1e6)} MB`;
  const detail = `${reader.processorMs.toFixed(0)} ms against ${floor.processorMs.toFixed(0)} ms, ${size}`;
  const ratio = reader.processorMs / floor.processorMs;
  return [
    atMost("reading a session / JSON.parse of its lines", ratio, 0.6, detail),
    atMost("memory while reading a session, MB", reader.megabytes, 150, `${size}; floor ${floor.megabytes} MB`),
  ];
}

/** A script that measures itself, run again and again as one plain file, as the program is. */
class Contender {
  readonly #args: readonly string[];
  readonly #timesMs: number[] = [];
  megabytes = 0;

  constructor(script: string, file: string, directory: string) {
    const outfile = join(directory, `${script}.mjs`);
    const entry = join(import.meta.dirname, "audit", `${script}.ts`);
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
    this.#args = [outfile, file];
  }

  get processorMs(): number {
    return median(this.#timesMs);
  }

  run(counts: boolean): void {
    const { status, stdout, stderr } = spawnSync(process.execPath, this.#args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${this.#args[0]} ended with ${status}: ${stderr}`);
    const [processorMs = 0, kilobytes = 0] = stdout.trim().split(" ").map(Number);
    if (counts) this.#timesMs.push(processorMs);
    this.megabytes = Math.max(this.megabytes, Math.round(kilobytes / 1000));
  }
}
