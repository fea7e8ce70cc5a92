import { expect, test } from "vitest";
import { HookedRepository } from "./support/codex-session.ts";
import { playMedium, request, upTo } from "./support/medium-session.ts";

interface Step {
  readonly key: string;
  readonly status: string;
  readonly approval: object | null;
}

const mediumKeys = [
  "analyze_requirements",
  "requirements",
  "analyze_code",
  "write_design",
  "verify_design",
  "review_design",
  "sync_design",
  "approve_design",
  "write_test_skeletons",
  "write_plan",
  "approve_plan",
  "decompose",
  "commit_documents",
  "execute_task",
  "review_tests",
  "check_quality",
  "commit",
  "verify_code",
  "review_security",
  "report",
];

test.each([1, 2] as const)(
  "keeps the run of a session that holds to its recipe (generation %i)",
  async (generation) => {
    const repository = new HookedRepository();
    const session = repository.session(generation);

    await playMedium(session);

    const { runs } = await repository.run("list", "--include-ended");
    expect(runs).toMatchObject([{ goal: request, kind: "recipe-implement", owner: session.id, status: "completed" }]);
    const { steps } = await repository.run("get", runs[0].run_id);
    const completed = steps.filter((step: Step) => step.status === "completed");
    expect(completed.map((step: Step) => step.key)).toEqual(mediumKeys);
    expect(steps.filter((step: Step) => step.status !== "skipped")).toHaveLength(mediumKeys.length);
    const words = completed.flatMap(({ approval }: Step) => (approval === null ? [] : [approval]));
    expect(words).toMatchObject([
      { status: "approved", decided_by: "person", how: "person", words: "Yes, that is what I want." },
      { status: "approved", decided_by: "person", how: "person", words: "I approve the design." },
      { status: "approved", decided_by: "person", how: "person", words: "I approve the plan. Implement it." },
    ]);
  },
);

test("shows a run that waits at a stop point", async () => {
  const repository = new HookedRepository();
  await upTo(repository.session(), "design-approval");
  const { runs } = await repository.run("list");
  expect(runs).toMatchObject([{ status: "waiting_approval", next_action: "stop design-approval" }]);
});

test("denies a spawn past an open stop point, and lets it happen after the person's word", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");

  const early = await session.spawn("acceptance-test-generator");
  expect(early.denied).toBe(
    `Baton: "acceptance-test-generator" starts at the stop point "design-approval", which no person's message has opened [flow/stop-skipped]. Present this and end your turn: Each Design Doc's path, the review's verdict and conditions, code discrepancies, conflicts. Ask: Do you approve the design?`,
  );

  await session.person("I approve the design.");
  expect(await session.spawn("acceptance-test-generator")).not.toHaveProperty("denied");
});
