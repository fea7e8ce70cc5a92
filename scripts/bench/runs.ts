import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { RunContext } from "../../src/run/operations/context.ts";
import { openRun } from "../../src/run/operations/open.ts";
import { resumeRun } from "../../src/run/operations/resume.ts";
import { updateRun } from "../../src/run/operations/update.ts";
import { openStore } from "../../src/run/store/sqlite/open-store.ts";
import { atLeast, atMost, type Line } from "./bar.ts";
import { median, timeProcesses } from "./compare.ts";
import { growStore } from "./runs/grow-store.ts";

/** Durable updates against bare inserts of the same bytes; a long run in a large store against a short one in a small one. */
export async function benchRuns(program: string, directory: string): Promise<Line[]> {
  return [
    await updatesAgainstInserts(join(directory, "updates")),
    ...(await largeAgainstSmall(program, join(directory, "size"))),
  ];
}

const steps = [{ key: "doctor" }, { key: "package" }, { key: "publish" }];
const updatesARound = 20;

/** In turns of twenty, each pair a ratio of its own, so that what the machine does besides falls on both. */
async function updatesAgainstInserts(directory: string): Promise<Line> {
  const context = contextOf(join(directory, "runs.db"));
  const { run_id: runId } = await openRun(context, { goal: "Prepare and publish v3.1.1", owner: "codex", steps });
  let count = 0;
  const ours = async (): Promise<void> => {
    for (let at = 0; at < updatesARound; at++) await updateRun(context, progress(runId, count++));
  };
  await ours();
  const bare = bareInserts(join(directory, "bare.db"), await bytesOfAnUpdate(context, runId));
  const pairs: { readonly bareMs: number; readonly oursMs: number }[] = [];
  for (let round = -20; round < 300; round++) {
    const pair = { bareMs: await timed(bare.insert), oursMs: await timed(ours) };
    if (round >= 0) pairs.push(pair);
  }
  await context.store.close();
  bare.close();
  const perSecond = (times: readonly number[]): string =>
    Math.round((updatesARound / median(times)) * 1_000).toLocaleString("en");
  const detail = `${perSecond(pairs.map(({ oursMs }) => oursMs))}/s against ${perSecond(pairs.map(({ bareMs }) => bareMs))}/s`;
  const ratio = median(pairs.map(({ bareMs, oursMs }) => bareMs / oursMs));
  return atLeast("durable updates a second / bare inserts", ratio, 0.6, detail);
}

function progress(runId: string, count: number): Parameters<typeof updateRun>[1] {
  return {
    run_id: runId,
    step_key: "doctor",
    step_status: "in_progress",
    summary: `checked ${count} of the release's parts, and all of them were clean`,
    evidence: `npm run check -- --part ${count}: 0 problems`,
  };
}

/** What one update writes: its event, the run and the step as they are stored, and the hashes. */
async function bytesOfAnUpdate({ store }: RunContext, runId: string): Promise<number> {
  const [event] = await store.events(runId, { limit: 1 });
  const state = await store.load(runId);
  return [event, state?.run, state?.steps[0], "h".repeat(128)].reduce<number>(
    (sum, part) => sum + JSON.stringify(part).length,
    0,
  );
}

function bareInserts(file: string, bytes: number): { insert: () => void; close: () => void } {
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT) STRICT",
  );
  const [begin, commit] = [database.prepare("BEGIN IMMEDIATE"), database.prepare("COMMIT")];
  const row = database.prepare("INSERT INTO rows (body) VALUES (?)");
  const body = "x".repeat(bytes);
  return {
    insert: () => {
      for (let at = 0; at < updatesARound; at++) {
        begin.run();
        row.run(body);
        commit.run();
      }
    },
    close: () => database.close(),
  };
}

const large = 100_000;
const small = 10;

/** A store of 10⁵ runs, one of which has 10⁵ events, against a store of ten, one of which has ten. */
async function largeAgainstSmall(program: string, directory: string): Promise<Line[]> {
  const sides = await Promise.all(
    [small, large].map(async (size) => {
      const project = join(directory, String(size));
      const file = join(project, ".baton", "runs.db");
      const runId = await growStore(contextOf(file), file, size);
      return { context: contextOf(file), runId, project, size };
    }),
  );
  const operations = {
    resume: (context: RunContext, runId: string) => resumeRun(context, { run_id: runId }),
    update: (context: RunContext, runId: string, count: number) => updateRun(context, progress(runId, count)),
  };
  const lines: Line[] = [];
  for (const [name, operation] of Object.entries(operations)) {
    const times: number[][] = sides.map(() => []);
    for (let round = -20; round < 400; round++)
      for (const [side, { context, runId }] of sides.entries()) {
        const elapsedMs = await timed(() => operation(context, runId, round));
        if (round >= 0) times[side]?.push(elapsedMs);
      }
    const [smallMs = 0, largeMs = 0] = times.map(median);
    const detail = `${largeMs.toFixed(3)} ms against ${smallMs.toFixed(3)} ms`;
    lines.push(atMost(`${name}: 10⁵ events, 10⁵ runs / ten of each`, largeMs / smallMs, 2, detail));
  }
  for (const { context } of sides) await context.store.close();
  return [...lines, ...sides.map(({ project, runId, size }) => resumeProcess(program, project, runId, size))];
}

/** `baton run resume` as a person starts it, in a store of that many runs, against an empty program. */
function resumeProcess(program: string, project: string, runId: string, size: number): Line {
  mkdirSync(join(project, ".git"), { recursive: true });
  const place = { command: process.execPath, cwd: project };
  const times = timeProcesses(
    [
      { ...place, name: "floor", args: ["-e", "0"] },
      { ...place, name: "resume", args: [program, "run", "resume", runId] },
    ],
    40,
  );
  const [floor = 1, resume = 0] = [times.get("floor"), times.get("resume")];
  const detail = `${resume.toFixed(1)} ms against node -e 0 ${floor.toFixed(1)} ms`;
  return atMost(`baton run resume, store of ${size} / node -e 0`, resume / floor, 2, detail);
}

function contextOf(file: string): RunContext {
  return {
    store: openStore(file, { create: true }),
    now: () => new Date().toISOString(),
    randomBytes,
    approvals: "attested",
    measure: () => null,
  };
}

async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
