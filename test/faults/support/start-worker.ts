import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** What a worker said, a line each. */
export interface Said {
  readonly ready?: true;
  readonly n?: number;
  readonly revision?: number;
  readonly run_id?: string;
  readonly reused?: boolean;
  readonly opened?: string;
  readonly refused?: { readonly code: string; readonly message: string; readonly hint: string };
}

export interface Worker {
  readonly process: ChildProcess;
  /** Resolves when it has said that it is ready. */
  readonly ready: Promise<void>;
  /** Everything it said, when it is over. Rejects when it broke down with anything but a refusal. */
  readonly over: Promise<Said[]>;
}

interface Around {
  readonly command?: string;
  readonly words?: readonly string[];
  readonly uid?: number;
}

const program = join(import.meta.dirname, "worker.ts");

/** Starts a worker process; `around` puts another command in front of it, or another user behind it. */
export function startWorker(file: string, job: readonly string[], { command, words = [], uid }: Around = {}): Worker {
  const own = [program, file, ...job];
  const child = spawn(command ?? process.execPath, command === undefined ? own : [...words, process.execPath, ...own], {
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = "";
  let err = "";
  let announce = (): void => {};
  const ready = new Promise<void>((resolve) => {
    announce = resolve;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (out.includes('{"ready":true}\n')) announce();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => {});
  const over = new Promise<Said[]>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => {
      announce();
      const whole = out
        .slice(0, out.lastIndexOf("\n") + 1)
        .split("\n")
        .filter(Boolean);
      if (status === 0 || signal === "SIGKILL") resolve(whole.map((line) => JSON.parse(line) as Said));
      else reject(new Error(`the worker ended with ${status ?? signal}: ${err}`));
    });
  });
  over.catch(() => {});
  return { process: child, ready, over };
}

/** Starts workers that begin their work at the same moment, and gives what each said. */
export async function raceWorkers(file: string, jobs: readonly (readonly string[])[]): Promise<Said[][]> {
  const workers = jobs.map((job) => startWorker(file, job));
  await Promise.all(workers.map((worker) => worker.ready));
  for (const worker of workers) worker.process.stdin?.write("go\n");
  return Promise.all(workers.map((worker) => worker.over));
}
