import { describe, expect, test } from "vitest";
import { HookedRepository } from "./support/codex-session.ts";
import { request } from "./support/medium-session.ts";

const limit = "collab spawn failed: agent thread limit reached";
const taken = "agent path `/root/task_1` already exists";

describe.each([
  [1, limit],
  [2, taken],
] as const)("in generation %i", (generation, why) => {
  test("a spawn that Codex refuses is waited for no more, and may be made again", async () => {
    const repository = new HookedRepository();
    const session = repository.writingSession(generation);
    await session.person(`$recipe-implement ${request}`);

    expect(await session.refused("requirement-analyzer", why)).toBeUndefined();
    expect(await session.refused("requirement-analyzer", why)).toBeUndefined();
    expect(await session.spawn("requirement-analyzer")).not.toHaveProperty("denied");

    const { runs } = await repository.run("list");
    expect(runs).toMatchObject([{ next_action: "the answer of requirement-analyzer" }]);
    const { events } = await repository.run("replay", runs[0].run_id, "--limit", "1000");
    const told = events.flatMap(({ payload }: { payload: { event?: { kind: string } } }) => payload.event ?? []);
    const spawns = told.filter(({ kind }: { kind: string }) => kind === "spawn");
    expect(spawns.toReversed()).toMatchObject([{ refused: why }, { refused: why }, { refused: null }]);
  });

  test("a turn may end in which Codex refused a spawn", async () => {
    const session = new HookedRepository().writingSession(generation);
    await session.person(`$recipe-implement ${request}`);
    await session.refused("requirement-analyzer", why);
    expect(await session.stop("The analysis cannot start.")).toBeUndefined();
  });

  test("without a session file the next spawn of the type tells, or the turn's end", async () => {
    const session = new HookedRepository().session(generation);
    await session.person(`$recipe-implement ${request}`);
    await session.refused("requirement-analyzer", why);
    expect(await session.refused("requirement-analyzer", why)).toBeUndefined();
    expect(await session.stop("The analysis cannot start.")).toBeUndefined();
  });

  test("a spawn in a turn that was cut off is waited for no more in the next", async () => {
    const session = new HookedRepository().writingSession(generation);
    await session.person(`$recipe-implement ${request}`);
    await session.refused("requirement-analyzer", null);
    expect((await session.spawn("requirement-analyzer")).denied).toContain("it is still at work");
    await session.person("Go on.");
    expect(await session.spawn("requirement-analyzer")).not.toHaveProperty("denied");
  });

  test("a spawn that has not told of its start yet is at work", async () => {
    const session = new HookedRepository().writingSession(generation);
    await session.person(`$recipe-implement ${request}`);
    await session.refused("requirement-analyzer", '{"task_name":"/root/task_1"}');
    expect((await session.spawn("requirement-analyzer")).denied).toContain("it is still at work");
    expect(await session.stop("Done.")).toMatchObject({ reason: expect.stringContaining("[team/left-running]") });
  });
});
