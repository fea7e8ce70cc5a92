import { expect, test } from "vitest";
import { agentOf } from "../../../src/cli/runs/agent-shell.ts";
import { personOnly } from "../../../src/cli/runs/person-only.ts";
import { fakeIo } from "../../helpers/fake-io.ts";
import { failureOf } from "../../run/support/desk.ts";
import { makeCheckout } from "./checkout.ts";

const open = [
  "run",
  "open",
  "Publish",
  "--owner",
  "codex",
  "--approvals",
  "enforced",
  "--step",
  "publish",
  "--gate",
  "publish",
];

test("approve and reject are refused in an agent's shell, and nothing is recorded", async () => {
  const checkout = makeCheckout();
  const { run_id: id } = await checkout.json(...open);
  for (const mark of ["CODEX_THREAD_ID", "CODEX_CI", "CODEX_SANDBOX", "CODEX_SANDBOX_NETWORK_DISABLED", "CLAUDECODE"])
    for (const verb of ["approve", "reject"]) {
      const ran = await checkout.runAs({ [mark]: "1" }, "run", verb, id, "publish", "--as", "ann");
      expect(ran).toMatchObject({ status: 3, err: expect.stringContaining("[run/agent-shell]") });
      expect(ran.err).toContain(`${mark} is set`);
    }
  expect((await checkout.json("run", "get", id)).run.revision).toBe(1);
});

test("a mark that was taken out of the command's own environment still counts in its shell's", async () => {
  const { io } = fakeIo();
  const above = { ...io, ancestorVariables: async () => [["PATH"], ["HOME", "CODEX_THREAD_ID"]] };
  expect(await failureOf(personOnly(above, "approve"))).toMatchObject({
    code: "run/agent-shell",
    message: "only a person may approve, and this is Codex's shell (CODEX_THREAD_ID is set)",
  });
  await personOnly({ ...io, ancestorVariables: async () => [["PATH"], ["CODEX_HOME"]] }, "approve");
});

test("a person's own variables are no mark", () => {
  expect(agentOf(["PATH", "CODEX_HOME", "HOME", "constructor"])).toBeUndefined();
});

test("who approved, when and with what words is in the history", async () => {
  const checkout = makeCheckout();
  const { run_id: id } = await checkout.json(...open);
  const answer = await checkout.json("run", "approve", id, "publish", "--words", "go ahead");
  expect(answer).toMatchObject({ ok: true, step: "publish", approval: { status: "approved", decided_by: "ann" } });
  const { events } = await checkout.json("run", "replay", id);
  expect(events[0]).toMatchObject({
    actor: "ann",
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    payload: { decision: "approved", how: "person", by: "ann", words: "go ahead", attempt: 1 },
  });
  expect((await checkout.run("run", "replay", id)).out).toContain(
    'publish: attempt 1 approved by ann (person) "go ahead"',
  );
});

test("an approval is of the file as it was: changed afterwards, it needs a new one", async () => {
  const checkout = makeCheckout();
  checkout.write("docs/plan.md", "one\n");
  const { run_id: id } = await checkout.json(...open);
  const report = (status: string, ...words: string[]) =>
    checkout.run("run", "update", id, "--step", "publish", "--status", status, ...words);
  await report("waiting_approval", "--artifact", "docs/plan.md");
  expect((await checkout.run("run", "get", id)).out).toContain("waits for approval of docs/plan.md");
  expect((await checkout.run("run", "approve")).out).toContain("docs/plan.md (sha256 ");
  checkout.write("docs/plan.md", "two\n");
  expect(await report("in_progress")).toMatchObject({
    status: 3,
    err: expect.stringContaining("[run/artifact-changed]"),
  });
  expect(await checkout.json("run", "resume", id)).toMatchObject({ can_resume: false, reason: "approval_needed" });
  expect((await checkout.run("run", "approve", id, "publish")).status).toBe(0);
  expect((await report("in_progress")).status).toBe(0);
  checkout.write("docs/plan.md", "three\n");
  expect((await report("completed")).err).toContain("[run/artifact-changed]");
});

test("a file outside the checkout cannot be approved", async () => {
  const checkout = makeCheckout();
  const { run_id: id } = await checkout.json(...open);
  const words = ["run", "update", id, "--step", "publish", "--status", "waiting_approval", "--artifact"];
  expect((await checkout.run(...words, "../plan.md")).err).toContain("is not a file of this checkout");
  expect((await checkout.run(...words, "missing.md")).err).toContain("[run/artifact-missing]");
});

test("a rejection blocks the step with the person's words", async () => {
  const checkout = makeCheckout();
  const { run_id: id } = await checkout.json(...open);
  await checkout.run("run", "update", id, "--step", "publish", "--status", "waiting_approval");
  const { out } = await checkout.run("run", "reject", id, "--words", "the notes are missing");
  expect(out).toContain("■ publish    blocked since a moment, rejected by ann");
  expect(out).toContain('rejection: "the notes are missing"');
});
