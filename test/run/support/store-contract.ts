import { describe, expect, test } from "vitest";
import { chainEvents, chainStart } from "../../../src/run/chain.ts";
import { decide } from "../../../src/run/decide.ts";
import { later } from "../../../src/run/instant.ts";
import type { Idempotency, Outcome, RunStore } from "../../../src/run/store.ts";
import { planRun, planStep } from "./plan.ts";

const start = "2026-01-31T09:00:00.000Z";
const key = (name: string, fingerprint = "a".repeat(64)): Idempotency => ({ key: name, fingerprint });

function open(
  store: RunStore,
  id: string,
  idempotency?: Idempotency,
  plan = planRun(["doctor", "package"]),
): Promise<Outcome> {
  return store.open({
    decide: () => decide({ type: "open", runId: id, plan }, undefined, start),
    answer: ({ run }) => ({ id: run.id, revision: run.revision }),
    idempotency,
  });
}

function complete(store: RunStore, id: string, step: string, idempotency?: Idempotency, minutes = 1): Promise<Outcome> {
  return store.change(id, {
    decide: (state) =>
      decide({ type: "update", step: { key: step, status: "completed" } }, state, later(start, minutes * 60_000)),
    answer: ({ run }) => ({ revision: run.revision, status: run.status }),
    idempotency,
  });
}

/** What every store does, whatever it keeps runs in. */
export function describeStore(name: string, make: () => RunStore): void {
  const withStore = (title: string, work: (store: RunStore) => Promise<void>): void => {
    test(title, async () => {
      const store = make();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });
  };

  describe(name, () => {
    withStore("keeps what an operation decided, and answers from the state after it", async (store) => {
      expect(await open(store, "WF-A")).toMatchObject({ kind: "done", answer: { id: "WF-A", revision: 1 } });
      const completed = await complete(store, "WF-A", "doctor");
      const newest = (await store.history("WF-A"))?.events.at(-1);
      expect(completed).toEqual({
        kind: "done",
        answer: { revision: 2, status: "step_complete" },
        last: { seq: newest?.seq, hash: newest?.hash },
      });
      const state = await store.load("WF-A");
      expect(state?.run.status).toBe("step_complete");
      expect(state?.steps.map((step) => step.status)).toEqual(["completed", "pending"]);
    });

    withStore("gives as many random bytes as it is asked for, other ones each time", async (store) => {
      const [one, other] = [store.randomBytes(16), store.randomBytes(16)];
      expect([one, other].map(({ byteLength }) => byteLength)).toEqual([16, 16]);
      expect(one).not.toEqual(other);
    });

    withStore("changes nothing when the command is refused", async (store) => {
      await open(store, "WF-A");
      await complete(store, "WF-A", "doctor");
      const before = await store.history("WF-A");
      const outcome = await complete(store, "WF-A", "doctor", key("again"));
      expect(outcome).toMatchObject({ kind: "refused", refusal: { code: "run/illegal-transition" } });
      expect(await store.history("WF-A")).toEqual(before);
    });

    withStore("does not keep the key of a refused request", async (store) => {
      await open(store, "WF-A");
      await complete(store, "WF-A", "unknown", key("k"));
      expect(await complete(store, "WF-A", "doctor", key("k"))).toMatchObject({ kind: "done" });
    });

    withStore(
      "answers the same request under its key with the first answer, though the run has moved on",
      async (store) => {
        await open(store, "WF-A", key("k"));
        await complete(store, "WF-A", "doctor");
        expect(await open(store, "WF-B", key("k"))).toEqual({ kind: "reused", answer: { id: "WF-A", revision: 1 } });
        expect(await store.ids()).toEqual(["WF-A"]);
      },
    );

    withStore("tells another request under a known key", async (store) => {
      await open(store, "WF-A", key("k"));
      expect(await open(store, "WF-B", key("k", "b".repeat(64)))).toEqual({ kind: "conflict" });
      expect(await complete(store, "WF-A", "doctor", key("k", "c".repeat(64)))).toEqual({ kind: "conflict" });
      expect((await store.load("WF-A"))?.run.revision).toBe(1);
    });

    withStore("says that an id is taken, and that a run is unknown", async (store) => {
      await open(store, "WF-A");
      expect(await open(store, "WF-A")).toEqual({ kind: "taken" });
      expect(await complete(store, "WF-B", "doctor")).toEqual({ kind: "unknown" });
      expect(await store.load("WF-B")).toBeUndefined();
      expect(await store.history("WF-B")).toBeUndefined();
    });

    withStore("gives events newest first, limited, after a number and from a moment", async (store) => {
      await open(store, "WF-A");
      await complete(store, "WF-A", "doctor", undefined, 1);
      await complete(store, "WF-A", "package", undefined, 2);
      const seqs = async (filter: Parameters<RunStore["events"]>[1]): Promise<number[]> =>
        (await store.events("WF-A", filter)).map((event) => event.seq);
      const all = await seqs({ limit: 100 });
      expect(all).toEqual(all.map((_, at) => all.length - at));
      expect(await seqs({ limit: 2 })).toEqual(all.slice(0, 2));
      expect(await seqs({ limit: 100, afterSeq: 3 })).toEqual(all.filter((seq) => seq > 3));
      expect(await seqs({ limit: 100, untilSeq: 1 })).toEqual([1]);
      const late = (await store.events("WF-A", { limit: 100, since: later(start, 120_000) })).map((event) => event.at);
      expect(new Set(late)).toEqual(new Set([later(start, 120_000)]));
      expect(await store.events("WF-B", { limit: 5 })).toEqual([]);
    });

    withStore("chains events by their hashes", async (store) => {
      await open(store, "WF-A");
      await complete(store, "WF-A", "doctor");
      const events = (await store.history("WF-A"))?.events ?? [];
      expect(events).toEqual(
        chainEvents(
          chainStart,
          events.map(({ hash: _, ...event }) => event),
        ),
      );
    });

    withStore("lists newest first by what they are, ended ones only when asked", async (store) => {
      await open(store, "WF-A");
      await open(store, "WF-B", undefined, planRun(["one"], { owner: "claude", kind: "fix" }));
      await open(store, "WF-C");
      await complete(store, "WF-B", "one");
      const ids = async (filter: Partial<Parameters<RunStore["list"]>[0]>): Promise<string[]> =>
        (await store.list({ includeEnded: false, limit: 10, ...filter })).map(({ run }) => run.id);
      expect(await ids({})).toEqual(["WF-C", "WF-A"]);
      expect(await ids({ includeEnded: true })).toEqual(["WF-C", "WF-B", "WF-A"]);
      expect(await ids({ includeEnded: true, limit: 2 })).toEqual(["WF-C", "WF-B"]);
      expect(await ids({ includeEnded: true, owner: "claude" })).toEqual(["WF-B"]);
      expect(await ids({ includeEnded: true, kind: "fix" })).toEqual(["WF-B"]);
      expect(await ids({ includeEnded: true, statuses: ["completed", "failed"] })).toEqual(["WF-B"]);
    });

    withStore("finds ids by how they begin", async (store) => {
      for (const id of ["WF-A1", "WF-A2", "WF-B", "wfr_x"]) await open(store, id);
      expect(await store.find("WF-A", 5)).toEqual(["WF-A1", "WF-A2"]);
      expect(await store.find("WF-", 2)).toEqual(["WF-A1", "WF-A2"]);
      expect(await store.find("WF-C", 5)).toEqual([]);
    });

    withStore("deletes runs that ended before a moment, whole, and no others", async (store) => {
      for (const id of ["WF-OLD", "WF-NEW", "WF-LIVE"]) await open(store, id, key(id), planRun(["one"]));
      await complete(store, "WF-OLD", "one", undefined, 1);
      await complete(store, "WF-NEW", "one", undefined, 90);
      const before = later(start, 3_600_000);
      expect(await store.prune(before, true)).toEqual(["WF-OLD"]);
      expect(await store.ids()).toEqual(["WF-OLD", "WF-NEW", "WF-LIVE"]);
      expect(await store.prune(before, false)).toEqual(["WF-OLD"]);
      expect(await store.ids()).toEqual(["WF-NEW", "WF-LIVE"]);
      expect(await store.history("WF-OLD")).toBeUndefined();
      expect(await store.events("WF-OLD", { limit: 5 })).toEqual([]);
      expect(await open(store, "WF-AGAIN", key("WF-OLD"))).toMatchObject({ kind: "done" });
      expect(await store.verify()).toEqual([]);
    });

    withStore("restores a run from its history, keys included, and replaces nothing", async (store) => {
      await open(
        store,
        "WF-A",
        key("k"),
        planRun([planStep("doctor"), planStep("package")], { state: { a: [1, null] } }),
      );
      await complete(store, "WF-A", "doctor");
      const [state, history] = [await store.load("WF-A"), await store.history("WF-A")];
      if (history === undefined) throw new Error("no history");
      expect(await store.restore(history)).toBe("taken");
      const other = make();
      expect(await other.restore(history)).toBe("added");
      expect(await other.load("WF-A")).toEqual(state);
      expect(await other.history("WF-A")).toEqual(history);
      expect(await open(other, "WF-B", key("k"))).toMatchObject({ kind: "reused" });
      await other.close();
      const third = make();
      await open(third, "WF-X", key("k"));
      expect(await third.restore(history)).toBe("conflict");
      expect(await third.ids()).toEqual(["WF-X"]);
      await third.close();
    });

    withStore("finds nothing wrong with what it wrote itself", async (store) => {
      await open(store, "WF-A");
      await complete(store, "WF-A", "doctor");
      expect(await store.verify()).toEqual([]);
      expect(await store.verify("WF-A")).toEqual([]);
    });
  });
}
