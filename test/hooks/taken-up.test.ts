import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requirements } from "../e2e/plays/session-expiry.ts";
import { type CodexSession, HookedRepository } from "./support/codex-session.ts";
import { play, request, upTo } from "./support/medium-session.ts";

/** The text a hook put before the model. */
async function told(answer: Promise<{ hookSpecificOutput?: { additionalContext?: string } } | undefined>) {
  return (await answer)?.hookSpecificOutput?.additionalContext;
}

function isGoverned({ repository, id }: CodexSession): boolean {
  return existsSync(join(repository.root, ".baton/sessions", `${id}.json`));
}

test("takes the one open run up in another session, and says where it stands", async () => {
  const repository = new HookedRepository();
  const before = repository.session();
  await upTo(before, "design-approval");
  const after = repository.session();

  const words = await told(after.person("$recipe-implement"));

  const { runs } = await repository.run("list");
  const [run] = runs;
  expect(runs).toMatchObject([{ owner: after.id, status: "waiting_approval" }]);
  expect(words).toBe(
    [
      "Baton: the recipe recipe-implement governs this session; read .agents/skills/recipe-implement/SKILL.md again before you go on.",
      `Run ${run.run_id}, goal: ${request}`,
      "Done, newest first: sync_design, review_design, verify_design, write_design, analyze_code, requ….",
      "Next: stop design-approval.",
    ].join("\n"),
  );
  // That the run is taken up again is nobody's word at the stop point.
  expect(await after.spawn("acceptance-test-generator")).toHaveProperty("denied");
  await after.person("I approve the design.");
  expect(await after.spawn("acceptance-test-generator")).not.toHaveProperty("denied");
});

test("starts no work in the session that a run was taken from, until a person takes it back", async () => {
  const repository = new HookedRepository();
  const [one, other] = [repository.session(), repository.session()];
  await upTo(one, "requirements");
  await other.person("$recipe-implement");
  await one.person("Yes.");

  const { denied } = await one.spawn("codebase-analyzer");
  const { runs } = await repository.run("list");
  expect(denied).toBe(
    `Baton: the run ${runs[0].run_id} goes on in another session. End your turn; a person who writes $recipe-implement ${runs[0].run_id} here takes it back`,
  );
  // What was said there opened nothing here.
  expect(runs).toMatchObject([{ status: "waiting_approval" }]);

  await one.person(`$recipe-implement ${runs[0].run_id}`);
  await one.person("Yes.");
  expect(await one.spawn("codebase-analyzer")).not.toHaveProperty("denied");
});

test("resumes the run whose goal is asked for again, in whatever spacing", async () => {
  const repository = new HookedRepository();
  await upTo(repository.session(), "requirements");
  await repository.session().person(`${request.replace(" ", "\n  ")}\n\n$recipe-implement`);
  expect((await repository.run("list")).runs).toHaveLength(1);
});

test("asks which of several open runs goes on, and starts nothing before a person has said", async () => {
  const repository = new HookedRepository();
  await upTo(repository.session(), "requirements");
  await repository.session().person("$recipe-implement Log each refusal.");
  const session = repository.session();

  const words = await told(session.person("$recipe-implement"));
  const [second, first] = (await repository.run("list")).runs;
  expect(words).toBe(
    [
      "Baton: 2 runs of recipe-implement are open. Ask the person which one goes on, by its number or id, and end your turn; spawn nothing before they have answered.",
      `1. ${second.run_id} "Log each refusal." (next: requirement-analyzer; changed 0 min ago)`,
      `2. ${first.run_id} "${request}" (next: stop requirements; changed 0 min ago)`,
      "For new work they write $recipe-implement and their request.",
    ].join("\n"),
  );
  expect((await session.spawn("requirement-analyzer")).denied).toBe(words?.slice(0, -1));
  expect(await session.stop("Which one, 1 or 2?")).toBeUndefined();
  expect(await told(session.person("What are they about?"))).toBe(words);

  expect(await told(session.person("the second one, 2"))).toContain(`Run ${first.run_id}, goal: ${request}`);
  expect((await repository.run("get", first.run_id)).run.owner).toBe(session.id);
  expect((await repository.run("get", second.run_id)).run.owner).not.toBe(session.id);
});

test.each([
  "$recipe-implement continue",
  "weiter $recipe-implement",
  "Please $recipe-implement",
  "$recipe-implement, ok",
])("takes the one open run up where a person writes no request of their own: %s", async (prompt) => {
  const repository = new HookedRepository();
  await upTo(repository.session(), "requirements");
  const session = repository.session();
  expect(await told(session.person(prompt))).toContain(`goal: ${request}`);
  expect((await repository.run("list")).runs).toMatchObject([{ owner: session.id }]);
});

test("takes words without a request, in the run's own session, for the decision they are", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await session.person("$recipe-implement yes");
  expect(await session.spawn("codebase-analyzer")).not.toHaveProperty("denied");
  expect((await repository.run("list")).runs).toHaveLength(1);
});

test("asks which of several runs is meant by words without a request, and for what where none is open", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  expect(await told(session.person("$recipe-implement go on please"))).toContain("no run of recipe-implement is open");
  await session.stop("What is to be done?");
  expect(await told(session.person("ok"))).toContain("no run of recipe-implement is open");
  await session.person(request);
  await repository.session().person("$recipe-implement Log each refusal.");
  expect(await told(repository.session().person("$recipe-implement resume"))).toContain("2 runs of recipe-implement");
  expect((await repository.run("list")).runs).toHaveLength(2);
});

test.each(["Never mind.", "No.", "No, forget it."])(
  "lets go of a person who wants nothing of it: %s",
  async (words) => {
    const repository = new HookedRepository();
    const session = repository.session();
    await session.person("$recipe-implement");
    expect(await told(session.person(words))).toContain("governs this session no more");
    expect(isGoverned(session)).toBe(false);
    expect((await repository.run("list")).runs).toEqual([]);

    await repository.session().person("$recipe-implement Log each refusal.");
    await repository.session().person(`$recipe-implement ${request}`);
    await session.person("$recipe-implement");
    await session.person(words);
    expect(isGoverned(session)).toBe(false);
    expect((await repository.run("list")).runs).toHaveLength(2);
  },
);

test("opens the run with the person's next words when there is none to resume", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  expect(await told(session.person("$recipe-implement"))).toBe(
    "Baton: no run of recipe-implement is open here. Ask the person what they want done; their next message opens the run.",
  );
  await session.person(request);
  await play(session, [requirements]);
  expect((await repository.run("list")).runs).toMatchObject([{ goal: request, next_action: "stop requirements" }]);
});

test("opens another run for another request in the same session", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await session.person("$recipe-implement Log each refusal.");
  expect(await session.spawn("requirement-analyzer")).not.toHaveProperty("denied");
  expect((await repository.run("list")).runs).toMatchObject([
    { goal: "Log each refusal.", status: "running" },
    { goal: request, status: "waiting_approval" },
  ]);
});

test.each([
  "Reject expired tokens.",
  "What does $recipe-implement-x do?",
  "$Recipe-implement Reject expired tokens.",
  "$recipe-unknown Reject expired tokens.",
  "recipe-implement",
])("lets a session be whose person invokes nothing: %s", async (prompt) => {
  const session = new HookedRepository().session();
  expect(await session.bytes("UserPromptSubmit", JSON.stringify({}))).toBe("");
  await session.person(prompt);
  expect(isGoverned(session)).toBe(false);
});

test("takes a subagent's task for no person's word", async () => {
  const session = new HookedRepository().session();
  const agent = { agent_id: "01a1fbfc-9397-7300-a030-000000000001", agent_type: "default" };
  await session.hook("UserPromptSubmit", { ...agent, prompt: `$recipe-implement ${request}` });
  expect(isGoverned(session)).toBe(false);
});

test("lets go of a session whose run has ended", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  const { runs } = await repository.run("list");
  await repository.run("stop", runs[0].run_id);
  await session.person("Go on.");
  expect(isGoverned(session)).toBe(false);
  expect(await session.spawn("worker")).not.toHaveProperty("denied");
});

test("counts the agents that were at work as lost when the session starts again", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  await session.spawn("requirement-analyzer");

  const words = await told(session.start("resume"));

  const { runs } = await repository.run("list");
  expect(words).toContain("Next: requirement-analyzer.");
  expect(await repository.steps(runs[0].run_id)).toEqual({ analyze_requirements: "failed" });
  expect(await session.spawn("requirement-analyzer")).not.toHaveProperty("denied");
  const { steps } = await repository.run("get", runs[0].run_id);
  expect(steps[0]).toMatchObject({ key: "analyze_requirements", status: "in_progress", attempts: 2 });
});

test("stops the run of a person who drops the work, and lets go of the session", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");

  expect(await told(session.person("Cancel. Forget about this."))).toBe(
    "Baton: the person dropped the work; recipe-implement governs this session no more. Do nothing more of it, and what they ask for without it.",
  );

  expect(isGoverned(session)).toBe(false);
  const { runs } = await repository.run("list", "--include-ended");
  const { run } = await repository.run("get", runs[0].run_id);
  expect(run).toMatchObject({ status: "stopped", summary: "Cancel. Forget about this.", next_action: null });
  await session.person("Please fix the typo in src/a.ts.");
  expect(await session.patch("src/a.ts")).toBeUndefined();
  expect(await session.stop("The typo is fixed.")).toBeUndefined();
});

test("goes on with the run of a person who only refuses", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await session.person("No.");
  expect(isGoverned(session)).toBe(true);
  expect((await repository.run("list")).runs).toHaveLength(1);
});

test("a run dropped in a session that it was taken from goes on in the other", async () => {
  const repository = new HookedRepository();
  const [one, other] = [repository.session(), repository.session()];
  await upTo(one, "requirements");
  await other.person("$recipe-implement");
  await one.person("Forget it.");
  expect(isGoverned(one)).toBe(false);
  expect((await repository.run("list")).runs).toMatchObject([{ status: "waiting_approval", owner: other.id }]);
});
