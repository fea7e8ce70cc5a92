import { spawnSync } from "node:child_process";

/** A whole process to time, prepared anew before each run. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly prepare?: () => string;
  readonly expectStatus?: number;
  /** What it reads from standard input; nothing unless it is said. */
  readonly input?: string;
}

/** Median times of whole processes, in milliseconds, taken in turns in one run so that a noisy machine is noisy for all. */
export function timeProcesses(contenders: readonly Contender[], rounds: number): Map<string, number> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const contender of contenders) {
      const elapsedMs = timeOnce(contender);
      if (round >= 0) times.get(contender.name)?.push(elapsedMs);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function timeOnce({ name, command, args, cwd, prepare, expectStatus = 0, input }: Contender): number {
  const directory = prepare?.() ?? cwd;
  const startedAt = performance.now();
  const stdin = input === undefined ? "ignore" : "pipe";
  const { status, stderr } = spawnSync(command, args, { cwd: directory, input, stdio: [stdin, "pipe", "pipe"] });
  const elapsedMs = performance.now() - startedAt;
  if (status !== expectStatus) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return elapsedMs;
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
