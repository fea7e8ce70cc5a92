import { expect, test } from "vitest";
import { patienceMs, sizes } from "./support/sizes.ts";
import { raceWorkers, type Said } from "./support/start-worker.ts";
import { atDesk, newStoreFile } from "./support/store-of.ts";

const { processes, updates, races } = sizes;
const each = <T>(make: (at: number) => T): T[] => Array.from({ length: processes }, (_, at) => make(at));

test(
  `N51, X51: ${processes} processes with ${updates} updates each on one run: none is lost, attempts and revisions are exact`,
  async () => {
    const file = newStoreFile();
    const steps = each((at) => ({ key: `s${at}`, max_attempts: null }));
    const runId = await atDesk(file, (desk) => desk.open({ steps }));
    const said = await raceWorkers(
      file,
      each((at) => ["attempts", runId, `s${at}`, String(updates)]),
    );
    const revisions = said.map((lines) => lines.flatMap(({ revision }) => revision ?? []));
    for (const own of revisions) {
      expect(own).toHaveLength(updates);
      expect(own).toEqual([...own].sort((one, other) => one - other));
    }
    const all = revisions.flat().sort((one, other) => one - other);
    expect(all).toEqual(all.map((_, at) => 2 + at));
    await atDesk(file, async (desk) => {
      const { run, steps: stored } = await desk.get(runId);
      expect(run.revision).toBe(1 + processes * updates);
      for (const step of stored)
        expect(step).toMatchObject({ attempts: Math.ceil(updates / 2), summary: `${updates}` });
      expect(await desk.context.store.verify()).toEqual([]);
    });
  },
  patienceMs,
);

test(
  `N6: one idempotency key from ${processes} processes at once opens one run`,
  async () => {
    for (let race = 0; race < races; race++) {
      const file = newStoreFile();
      const answers = (
        await raceWorkers(
          file,
          each(() => ["open", "release"]),
        )
      ).map((said) => said.at(-1));
      expect(new Set(answers.map((answer) => answer?.run_id)).size).toBe(1);
      expect(answers.filter((answer) => answer?.reused === false)).toHaveLength(1);
      await atDesk(file, async (desk) => expect(await desk.count()).toBe(1));
    }
  },
  patienceMs,
);

test(
  `X53: ${processes} processes complete one step at once: exactly one does`,
  async () => {
    for (let race = 0; race < races; race++) {
      const file = newStoreFile();
      const runId = await atDesk(file, (desk) => desk.open());
      const said: Said[][] = await raceWorkers(
        file,
        each(() => ["complete", runId, "doctor"]),
      );
      const last = said.map((lines) => lines.at(-1));
      expect(last.filter((line) => line?.revision === 2)).toHaveLength(1);
      const refused = last.filter((line) => line?.refused !== undefined);
      expect(refused).toHaveLength(processes - 1);
      for (const line of refused) {
        expect(line?.refused?.code).toBe("run/illegal-transition");
        expect(line?.refused?.message).toContain('the step "doctor" is "completed"');
      }
      await atDesk(file, async (desk) => {
        expect(await desk.step(runId, "doctor")).toMatchObject({ status: "completed", attempts: 1 });
        expect((await desk.get(runId)).run.revision).toBe(2);
      });
    }
  },
  patienceMs,
);
