import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foldRun } from "../../src/hooks/run/fold-run.ts";
import { shelvedCase } from "../../src/hooks/session/case-shelf.ts";
import { loadShipped } from "../../src/pack/shipped.ts";
import { openRuns } from "../../src/run/open-runs.ts";
import { type CodexSession, HookedRepository } from "./support/codex-session.ts";
import { playMedium, upTo } from "./support/medium-session.ts";

async function startWords(session: CodexSession): Promise<string> {
  return (await session.start("resume")).hookSpecificOutput.additionalContext;
}

test.each(["requirements", "design-approval", "batch-approval"] as const)(
  "puts aside at %s what folding all events comes to",
  async (stop) => {
    const repository = new HookedRepository();
    await upTo(repository.session(2), stop);
    const { runs } = await repository.run("list");
    const runId: string = runs[0].run_id;

    const { store } = openRuns(repository.root, false).context;
    const seen = await store.seen(runId);
    await store.close();
    const { contract } = await loadShipped();
    const folded = foldRun(seen?.events ?? [], contract);

    const shelved = shelvedCase(repository.root, runId);
    expect(shelved).toEqual({ ...seen?.last, state: folded?.state, sentOn: folded?.sentOn });
    expect(shelved?.state.events).toBeGreaterThan(3);
  },
);

test("reads no more than some events of a turn however long it is", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await session.person("Yes.");
  for (let at = 0; at < 60; at++) await session.spawn("work-planner");
  const { runs } = await repository.run("list");
  const runId: string = runs[0].run_id;
  const { store } = openRuns(repository.root, false).context;
  const all = await store.seen(runId);
  const later = await store.seen(runId, shelvedCase(repository.root, runId));
  await store.close();
  expect(all?.events.length).toBeGreaterThan(60);
  expect(later?.events.length).toBeLessThan(45);
});

test("comes to the same run with what was put aside and without", async () => {
  const statuses = async (forget: boolean): Promise<unknown> => {
    const repository = new HookedRepository();
    const session = repository.session();
    await upTo(session, "design-approval");
    if (forget)
      for (const name of readdirSync(join(repository.root, ".baton/sessions")))
        if (!name.endsWith(".json")) rmSync(join(repository.root, ".baton/sessions", name), { recursive: true });
    await session.person("I approve the design.");
    await session.spawn("acceptance-test-generator");
    const { runs } = await repository.run("list");
    return repository.steps(runs[0].run_id);
  };
  expect(await statuses(true)).toEqual(await statuses(false));
});

test("tells a session that starts again the same whether it was kept or not", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");
  const kept = join(repository.root, ".baton/sessions", `${session.id}.told`);
  expect(existsSync(kept)).toBe(true);
  const told = await startWords(session);
  rmSync(kept);
  expect(await startWords(session)).toBe(told);
});

test("tells what has changed since it was kept", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");
  const { runs } = await repository.run("list");
  await repository.run("approve", runs[0].run_id);
  expect(await startWords(session)).toContain("Next: acceptance-test-generator");
});

test("tells that the approved plan has changed since it was kept", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan.");
  await session.stop("Shall I begin?");
  expect(await startWords(session)).toContain("\nPlan: docs/plans/session-expiry-plan.md\n");
  repository.write("docs/plans/session-expiry-plan.md", "# Another\n");
  expect(await startWords(session)).toContain("has changed since: put it before the person again.");
});

test("keeps nothing of a run that has ended", async () => {
  const repository = new HookedRepository();
  await playMedium(repository.session());
  expect(readdirSync(join(repository.root, ".baton/sessions"))).toEqual([]);
});
