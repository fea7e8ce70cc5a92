import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { openStore } from "../../src/run/store/sqlite/open-store.ts";
import { failureOf } from "../run/support/desk.ts";
import { patienceMs, sizes } from "./support/sizes.ts";
import { atDesk, newStoreFile } from "./support/store-of.ts";

/** A store with a few runs, and everything that can be read of it. */
async function filledStore(): Promise<{ file: string; whole: unknown }> {
  const file = newStoreFile();
  await atDesk(file, async (desk) => {
    for (let run = 0; run < 6; run++) {
      const id = await desk.open({ goal: `run ${run}`, idempotency_key: `k${run}` });
      for (const step_key of ["doctor", "package"])
        await desk.update(id, { step_key, step_status: "completed", summary: `${step_key} of ${run} `.repeat(8) });
    }
  });
  return { file, whole: await readAll(file) };
}

async function readAll(file: string): Promise<unknown> {
  const store = openStore(file, { create: false });
  try {
    const ids = await store.ids();
    const runs = [];
    for (const id of ids)
      runs.push([await store.load(id), await store.history(id), await store.events(id, { limit: 100 })]);
    return JSON.parse(JSON.stringify({ runs, listed: await store.list({ includeEnded: true, limit: 100 }) }));
  } finally {
    await store.close();
  }
}

const saysWhatToDo = (failure: Failure): void => {
  expect(failure.code).toMatch(/^run\/(corrupt-store|not-a-store|foreign-store|broken-history|newer-store)$/);
  expect(failure.hint).toMatch(/move it away|do not go on with this run|newer Baton/);
  expect(failure.where?.file).toContain("runs.db");
};

test("X39: a store cut off anywhere is refused, and says what to do", async () => {
  const { file } = await filledStore();
  const size = statSync(file).size;
  for (const length of [0, 1, 15, 99, 100, 4_095, 4_096, 5_000, 8_192, size >> 1, size - 4_096, size - 1]) {
    const cut = `${file}.cut`;
    copyFileSync(file, cut);
    truncateSync(cut, length);
    saysWhatToDo(await failureOf(() => openStore(cut, { create: true })));
    expect(statSync(cut).size).toBe(length);
    rmSync(cut);
  }
});

test("a store that something else was written over is refused", async () => {
  const { file } = await filledStore();
  const size = statSync(file).size;
  for (const bytes of [
    Buffer.alloc(size),
    Buffer.alloc(size, "text\n"),
    Buffer.from("PK\x03\x04"),
    Buffer.alloc(size, 255),
  ]) {
    writeFileSync(file, bytes);
    saysWhatToDo(await failureOf(() => openStore(file, { create: true })));
    expect(readFileSync(file)).toEqual(bytes);
  }
});

test(
  `bytes overwritten at ${sizes.damages} random places are found out, or were nothing that is read: no wrong state is ever given`,
  async () => {
    const { file, whole } = await filledStore();
    const bytes = readFileSync(file);
    let refused = 0;
    for (let round = 0; round < sizes.damages; round++) {
      const damaged = Buffer.from(bytes);
      const at = Math.floor(Math.random() * damaged.length);
      const length = 1 + Math.floor(Math.random() * 16);
      for (let place = at; place < Math.min(at + length, damaged.length); place++)
        damaged[place] = Math.floor(Math.random() * 256);
      writeFileSync(file, damaged);
      try {
        expect(await readAll(file)).toEqual(whole);
      } catch (error) {
        if (!(error instanceof Failure)) throw new Error(`${length} bytes at ${at}`, { cause: error });
        saysWhatToDo(error);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  },
  patienceMs,
);

test("a write-ahead log that was cut off loses nothing that was acknowledged before the cut, and half does nothing", async () => {
  const { file } = await filledStore();
  const open = openStore(file, { create: false });
  const copy = `${file}.copy`;
  await atDesk(file, async (desk) => {
    const id = await desk.open({ goal: "in the log" });
    for (let n = 1; n <= 5; n++) await desk.update(id, { state: { n } });
    const log = readFileSync(`${file}-wal`);
    for (let length = 0; length <= log.length; length += 1_031) {
      copyFileSync(file, copy);
      writeFileSync(`${copy}-wal`, log.subarray(0, length));
      const store = openStore(copy, { create: false });
      expect(await store.verify()).toEqual([]);
      await store.close();
      for (const path of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(path, { force: true });
    }
  });
  await open.close();
});
