import { expect, test } from "vitest";
import { requirements } from "../e2e/plays/session-expiry.ts";
import { type CodexSession, HookedRepository } from "./support/codex-session.ts";
import { request } from "./support/medium-session.ts";

const errored = { errored: "Your input exceeds the context window of this model." };

/** A session whose first subagent is at work. */
async function atWork(generation: 1 | 2) {
  const repository = new HookedRepository();
  const session = repository.session(generation);
  await session.person(`$recipe-implement ${request}`);
  return { repository, session, agent: await session.spawn("requirement-analyzer") };
}

/** What the newest run is about to do, how its first step stands, and how often a failure was recorded. */
async function standing(repository: HookedRepository) {
  const [{ run_id: runId, next_action: next }] = (await repository.run("list")).runs;
  const { events } = await repository.run("replay", runId, "--limit", "1000");
  const failures = events.filter(
    ({ payload }: { payload: { event?: { kind: string; failed?: string } } }) =>
      payload.event?.kind === "answer" && payload.event.failed !== null,
  );
  return { next, failures: failures.length, ...(await repository.steps(runId)) };
}

async function respawns(session: CodexSession): Promise<string | undefined> {
  return (await session.spawn("requirement-analyzer")).denied;
}

test.each([errored, "not_found"])("counts a subagent as failed that a wait says has failed: %j", async (status) => {
  const { repository, session, agent } = await atWork(1);

  await session.wait(agent, status);
  await session.wait(agent, status);

  expect(await standing(repository)).toEqual({
    next: "requirement-analyzer",
    failures: 1,
    analyze_requirements: "failed",
  });
  expect(await session.close(agent, errored)).toBeUndefined();
  expect(await respawns(session)).toBeUndefined();
});

test("takes nothing out of a wait that tells of no failure", async () => {
  const { repository, session, agent } = await atWork(1);
  await session.wait(agent, { completed: "done" });
  expect(await standing(repository)).toMatchObject({ next: "the answer of requirement-analyzer", failures: 0 });
});

test("takes no word of a failure for an agent that has answered, or is none of the run's", async () => {
  const { repository, session, agent } = await atWork(1);
  expect(await session.answer(agent, requirements.answers[0] ?? null)).toBeUndefined();
  await session.wait(agent, errored);
  await session.wait({ ...agent, id: "01a1fbfc-9397-7300-a030-000000000009" }, errored);
  expect(await standing(repository)).toMatchObject({ failures: 0 });
});

test.each([1, 2] as const)(
  "counts a subagent as failed that a person has ended, where it had failed before (generation %i)",
  async (generation) => {
    const { repository, session, agent } = await atWork(generation);
    await session.person("Leave that, begin again.");

    expect(await session.close(agent, errored)).toBeUndefined();

    expect(await standing(repository)).toMatchObject({ failures: 1, analyze_requirements: "failed" });
    expect(await respawns(session)).toBeUndefined();
  },
);

test("says of an agent that is spawned again while it works that it is still at work", async () => {
  const { session } = await atWork(1);
  expect(await respawns(session)).toBe(
    'Baton: "requirement-analyzer" starts out of order; it is still at work [flow/out-of-order]. The flow waits for the answer of requirement-analyzer',
  );
});
