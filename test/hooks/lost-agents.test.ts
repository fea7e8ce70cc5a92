import { renameSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CodexSession, HookedRepository } from "./support/codex-session.ts";
import { request } from "./support/medium-session.ts";

const tooLong = "Your input exceeds the context window of this model.";

/** A session that writes its files, and whose first subagent is at work. */
async function atWork(generation: 1 | 2) {
  const repository = new HookedRepository();
  const session = repository.writingSession(generation);
  await session.person(`$recipe-implement ${request}`);
  return { repository, session, agent: await session.spawn("requirement-analyzer") };
}

async function respawns(session: CodexSession): Promise<string | undefined> {
  return (await session.spawn("requirement-analyzer")).denied;
}

describe.each([1, 2] as const)("a subagent of generation %i whose file alone says that it failed", (generation) => {
  test("may be spawned again", async () => {
    const { repository, session, agent } = await atWork(generation);
    session.fails(agent, tooLong);
    expect(await respawns(session)).toBeUndefined();
    const { runs } = await repository.run("list");
    const { steps } = await repository.run("get", runs[0].run_id);
    expect(steps[0]).toMatchObject({ key: "analyze_requirements", status: "in_progress", attempts: 2 });
  });

  test("may be ended", async () => {
    const { session, agent } = await atWork(generation);
    session.fails(agent, tooLong);
    expect(await session.close(agent, { errored: tooLong })).toBeUndefined();
  });

  test("keeps no turn from its end", async () => {
    const { repository, session, agent } = await atWork(generation);
    session.fails(agent, tooLong);
    expect(await session.stop("The analysis failed. Shall I try again?")).toBeUndefined();
    const { runs } = await repository.run("list");
    expect(runs).toMatchObject([{ next_action: "requirement-analyzer" }]);
    expect(await repository.steps(runs[0].run_id)).toEqual({ analyze_requirements: "failed" });
  });

  test("is at work again with its next task", async () => {
    const { session, agent } = await atWork(generation);
    session.fails(agent, tooLong);
    const tool = generation === 1 ? "multi_agent_v1send_input" : "collaborationfollowup_task";
    await session.call(tool, { target: generation === 1 ? agent.id : agent.name, message: "Again." }, "{}");
    expect(await respawns(session)).toContain("it is still at work");
    session.write(agent.id, "event_msg", { type: "task_started" });
    expect(await respawns(session)).toContain("it is still at work");
  });
});

test("finds a failure in the folder of a later day", async () => {
  const { repository, session, agent } = await atWork(2);
  const { folder } = session;
  rmSync(folder.fileOf(agent.id));
  const payload = { type: "turn_aborted", reason: "interrupted" };
  folder.append(folder.fileOf(agent.id, "2026/12/24"), { atMs: repository.nowMs + 5, type: "event_msg", payload });
  expect(await respawns(session)).toBeUndefined();
});

test("follows no link from a subagent's name", async () => {
  const { session, agent } = await atWork(2);
  session.fails(agent, tooLong);
  const file = session.folder.fileOf(agent.id);
  renameSync(file, `${file}.elsewhere`);
  symlinkSync(`${file}.elsewhere`, file);
  expect(await respawns(session)).toContain("it is still at work");
});
