import { expect, test } from "vitest";
import { decomposition, implementation } from "../e2e/plays/session-expiry.ts";
import { HookedRepository } from "./support/codex-session.ts";
import { play, upTo } from "./support/medium-session.ts";

/** The design's stop in a run at which a person has written this, and then an agent of this type was spawned, if any. */
async function afterWords(words: string, then?: string) {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");
  await session.person(words);
  if (then !== undefined) expect(await session.spawn(then)).not.toHaveProperty("denied");
  const { runs } = await repository.run("list");
  const { steps } = await repository.run("get", runs[0].run_id);
  const step = steps.find(({ key }: { key: string }) => key === "approve_design");
  return { status: step.status, pass: step.pass, decision: step.approval.status, words: step.approval.words };
}

test.each(["I approve the design.", "Yes.", "ok", "LGTM!", "Go ahead"])(
  "takes plain words for the approval they are: %s",
  async (words) => {
    expect(await afterWords(words)).toEqual({ status: "completed", pass: 1, decision: "approved", words });
  },
);

test.each(["No, that is not it.", "Stop.", "Don't.", "Nein.", "Not approved."])(
  "takes plain words for the refusal they are: %s",
  async (words) => {
    expect(await afterWords(words)).toEqual({ status: "pending", pass: 2, decision: "rejected", words });
  },
);

test.each([
  "Name the clock skew.",
  "No changes needed, approved.",
  "Stop asking, just go.",
  "Yes, but name the clock skew.",
  "What does AC-1 mean?",
])("waits for what is made of words that do not decide by themselves: %s", async (words) => {
  expect(await afterWords(words)).toMatchObject({ status: "waiting_approval", decision: "requested" });
  expect(await afterWords(words, "technical-designer")).toMatchObject({ pass: 2, decision: "rejected", words });
  expect(await afterWords(words, "acceptance-test-generator")).toEqual({
    status: "completed",
    pass: 1,
    decision: "approved",
    words,
  });
});

test("keeps what was approved with the decision: the document's path and its bytes", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan.");
  const { runs } = await repository.run("list");
  const { run, steps } = await repository.run("get", runs[0].run_id);
  const plan = { path: "docs/plans/session-expiry-plan.md", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
  const step = steps.find(({ key }: { key: string }) => key === "approve_plan");
  expect(step.approval.artifact).toEqual(plan);
  expect(run.state).toEqual({ plan });
});

test("says at the next start that the approved plan has changed", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan.");
  expect((await session.start("compact")).hookSpecificOutput.additionalContext).toContain(
    "\nPlan: docs/plans/session-expiry-plan.md\n",
  );
  repository.write("docs/plans/session-expiry-plan.md", "# Another plan\n");
  expect((await session.start("compact")).hookSpecificOutput.additionalContext).toContain(
    "\nThe approved plan docs/plans/session-expiry-plan.md has changed since: put it before the person again.\n",
  );
});

test("lets work go on over a plan whose boxes are ticked, and does not call it changed", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan.");
  await play(session, [decomposition]);
  const path = "docs/plans/session-expiry-plan.md";
  const patch = (lines: string) => ({
    command: `*** Begin Patch\n*** Update File: ${path}\n@@\n${lines}*** End Patch\n`,
  });
  await session.call("apply_patch", patch("-- [ ] T-1 refuse\n+- [x] T-1 refuse\n"), "Success.");
  repository.write(path, "- [x] T-1 refuse\n");
  expect((await session.start("compact")).hookSpecificOutput.additionalContext).toContain(`\nPlan: ${path}\n`);
  await session.commit("Plan the rejection of expired session tokens");
  expect(await session.spawn("task-executor", implementation[0]?.message)).not.toHaveProperty("denied");

  await session.call("apply_patch", patch("+- [ ] T-2 log\n"), "Success.");
  expect((await session.start("compact")).hookSpecificOutput.additionalContext).toContain("has changed since");
});

test("takes a decision at a terminal for the person's word", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "design-approval");
  const { runs } = await repository.run("list");
  await repository.run("approve", runs[0].run_id, "--words", "fine with me");
  expect(await session.spawn("acceptance-test-generator")).not.toHaveProperty("denied");
  const { steps } = await repository.run("get", runs[0].run_id);
  const step = steps.find(({ key }: { key: string }) => key === "approve_design");
  expect(step).toMatchObject({ status: "completed", approval: { decided_by: "ann", words: "fine with me" } });
});

test("denies work while a person has the run paused", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await session.person("Yes.");
  const { runs } = await repository.run("list");
  await repository.run("pause", runs[0].run_id);
  expect((await session.spawn("codebase-analyzer")).denied).toBe(
    `Baton: a person has paused the run ${runs[0].run_id}. End your turn and say so; baton run continue ${runs[0].run_id} goes on`,
  );
  await repository.run("continue", runs[0].run_id);
  expect(await session.spawn("codebase-analyzer")).not.toHaveProperty("denied");
});
