import { once } from "node:events";
import { expect, test } from "vitest";
import { patienceMs, sizes } from "./support/sizes.ts";
import { startWorker, type Worker } from "./support/start-worker.ts";
import { atDesk, newStoreFile } from "./support/store-of.ts";

/** How long a worker takes here until it says its first word. */
async function firstWordMs(worker: Worker): Promise<number> {
  const from = performance.now();
  await once(worker.process.stdout ?? expect.fail("a worker has an output"), "data");
  return performance.now() - from;
}

/** Waits for a random instant of a worker's: before, in and after the opening of the store. */
function someInstant(wordMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 1.5 * wordMs));
}

test(
  `a writing loop killed at ${sizes.kills} random instants loses nothing that was acknowledged and half does nothing`,
  async () => {
    const file = newStoreFile();
    const runId = await atDesk(file, (desk) => desk.open());
    let counted = 0;
    let wordMs: number | undefined;
    for (let rounds = 0; rounds < sizes.kills; rounds++) {
      const worker = startWorker(file, ["count", runId, String(counted + 1)]);
      if (wordMs === undefined) wordMs = await firstWordMs(worker);
      else await someInstant(wordMs);
      worker.process.kill("SIGKILL");
      const said = await worker.over;
      const acknowledged = said.at(-1)?.n ?? counted;
      expect(said.map(({ n }) => n)).toEqual(said.map((_, at) => counted + 1 + at));
      counted = await atDesk(file, async ({ context: { store } }) => {
        expect(await store.verify()).toEqual([]);
        const { n = 0 } = ((await store.load(runId))?.run.state ?? {}) as { n?: number };
        // The last one may have been done and not been said.
        expect([acknowledged, acknowledged + 1]).toContain(n);
        expect((await store.load(runId))?.run.revision).toBe(1 + n);
        return n;
      });
    }
    expect(counted).toBeGreaterThan(0);
  },
  patienceMs,
);

test(
  `a store whose making was killed at ${sizes.creationKills} random instants can be made and used`,
  async () => {
    let wordMs: number | undefined;
    for (let round = 0; round < sizes.creationKills; round++) {
      const file = newStoreFile();
      const worker = startWorker(file, ["create"]);
      if (wordMs === undefined) wordMs = await firstWordMs(worker);
      else await someInstant(wordMs);
      worker.process.kill("SIGKILL");
      const [said] = await worker.over;
      await atDesk(file, async (desk) => {
        const ids = await desk.context.store.ids();
        if (said?.opened !== undefined) expect(ids).toEqual([said.opened]);
        await desk.open();
        expect(await desk.context.store.verify()).toEqual([]);
      });
    }
  },
  patienceMs,
);
