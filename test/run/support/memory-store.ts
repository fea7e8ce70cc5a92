import { type ChainedEvent, chainEvents, chainStart } from "../../../src/run/chain.ts";
import { checkHistory } from "../../../src/run/check-history.ts";
import type { RunEvent } from "../../../src/run/event.ts";
import { evolve } from "../../../src/run/evolve.ts";
import { hasEnded } from "../../../src/run/run.ts";
import type { RunState } from "../../../src/run/run-state.ts";
import type { EventFilter, KeptKey, Operation, Outcome, RunFilter, RunStore } from "../../../src/run/store.ts";

interface Kept {
  readonly state: RunState;
  readonly events: readonly ChainedEvent[];
}

/** A store in memory: what the contract of a store comes to when nothing can go wrong. */
export function memoryStore(): RunStore {
  const runs = new Map<string, Kept>();
  const keys = new Map<string, KeptKey & { readonly runId: string }>();

  const operate = <State>(
    before: Kept | undefined,
    state: State,
    { decide, answer, idempotency }: Operation<State>,
  ): Outcome => {
    const known = idempotency === undefined ? undefined : keys.get(idempotency.key);
    if (known !== undefined && known.fingerprint !== idempotency?.fingerprint) return { kind: "conflict" };
    if (known !== undefined) return { kind: "reused", answer: JSON.parse(JSON.stringify(known.answer)) };
    const decision = decide(state);
    if ("refusal" in decision) return { kind: "refused", refusal: decision.refusal };
    const after = append(before, decision.events);
    const { id: runId } = after.state.run;
    if (before === undefined && runs.has(runId)) return { kind: "taken" };
    const told = answer(after.state);
    runs.set(runId, after);
    if (idempotency !== undefined) keys.set(idempotency.key, { ...idempotency, answer: told, runId });
    const last = after.events.at(-1);
    return { kind: "done", answer: told, last: { seq: last?.seq ?? 0, hash: last?.hash ?? "" } };
  };

  return {
    open: async (operation) => operate(undefined, undefined, operation),
    change: async (runId, operation) => {
      const before = runs.get(runId);
      return before === undefined ? { kind: "unknown" } : operate(before, before.state, operation);
    },
    load: async (runId) => runs.get(runId)?.state,
    seen: async (runId, after) => {
      const kept = runs.get(runId);
      if (kept === undefined) return undefined;
      const { state, events } = kept;
      const isLater = after !== undefined && events[after.seq - 1]?.hash === after.hash;
      const kinds = ["run_opened", "observed", "approval_decided"];
      const told = events.filter(({ kind, seq }) => kinds.includes(kind) && (!isLater || seq === 1 || seq > after.seq));
      const last = events.at(-1);
      return { state, last: { seq: last?.seq ?? 0, hash: last?.hash ?? "" }, events: told, isLater };
    },
    find: async (prefix, limit) =>
      [...runs.keys()]
        .filter((id) => id.startsWith(prefix))
        .sort()
        .slice(0, limit),
    events: async (runId, filter) => newest(runs.get(runId)?.events ?? [], filter),
    list: async (filter) => fitting([...runs.values()].reverse(), filter),
    ids: async () => [...runs.keys()],
    history: async (runId) => {
      const kept = runs.get(runId);
      if (kept === undefined) return undefined;
      const own = [...keys.values()].filter((key) => key.runId === runId);
      return { events: kept.events, keys: own.map(({ runId: _, ...key }) => key) };
    },
    restore: async ({ events, keys: given }) => {
      const restored = append(undefined, events);
      const { id: runId } = restored.state.run;
      if (runs.has(runId)) return "taken";
      if (given.some(({ key }) => keys.has(key))) return "conflict";
      runs.set(runId, restored);
      for (const key of given) keys.set(key.key, { ...key, runId });
      return "added";
    },
    prune: async (endedBefore, keep) => {
      const old = [...runs].filter(
        ([, { state }]) => hasEnded(state.run.status) && (state.run.endedAt ?? "") < endedBefore,
      );
      const ids = old.map(([id]) => id);
      if (keep) return ids;
      for (const id of ids) runs.delete(id);
      for (const [key, { runId }] of keys) if (ids.includes(runId)) keys.delete(key);
      return ids;
    },
    verify: async () =>
      [...runs].flatMap(([runId, { events }]) => {
        const history = checkHistory(runId, events);
        return "broken" in history ? [{ runId, message: history.broken }] : [];
      }),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    close: async () => {},
  };
}

function append(before: Kept | undefined, events: readonly RunEvent[]): Kept {
  let state = before?.state;
  for (const event of events) state = evolve(state, event);
  if (state === undefined) throw new Error("a run is opened by an event");
  const chained = chainEvents(before?.events.at(-1)?.hash ?? chainStart, events);
  return { state, events: [...(before?.events ?? []), ...chained] };
}

function newest(
  events: readonly ChainedEvent[],
  { afterSeq = 0, untilSeq = Infinity, since = "", limit }: EventFilter,
) {
  return events
    .filter(({ seq, at }) => seq > afterSeq && seq <= untilSeq && at >= since)
    .reverse()
    .slice(0, limit);
}

function fitting(kept: readonly Kept[], { statuses, owner, kind, includeEnded, limit }: RunFilter): RunState[] {
  return kept
    .map(({ state }) => state)
    .filter(
      ({ run }) =>
        (includeEnded || !hasEnded(run.status)) &&
        (statuses === undefined || statuses.includes(run.status)) &&
        (owner === undefined || run.owner === owner) &&
        (kind === undefined || run.kind === kind),
    )
    .slice(0, limit);
}
