import { expect, test } from "vitest";
import { Desk, failureOf } from "./support/desk.ts";

// Each row of the observed behaviours of a ledger that is kept or mended, by its number. N6 and N51 are races between
// processes: test/faults.

const steps = [
  { key: "doctor", title: "Run checks" },
  { key: "package", title: "Build" },
];
const open = { goal: "Publish", owner: "codex", steps, idempotency_key: "release-3.1.1" };

test("N1: a run opened with two steps has both, and the first is current", async () => {
  const answer = await new Desk().call("workflow_open", open);
  expect(answer.steps).toEqual([
    { key: "doctor", title: "Run checks", status: "pending" },
    { key: "package", title: "Build", status: "pending" },
  ]);
  expect(answer.next).toMatchObject({ key: "doctor", attempt: 1 });
});

test("N2: opened twice with the same key, it is the same run, marked reused, from whatever session", async () => {
  const desk = new Desk();
  const first = await desk.call("workflow_open", { ...open, sid: "morning" });
  const second = await desk.call("workflow_open", { ...open, sid: "evening" });
  expect(first.reused).toBe(false);
  expect(second).toEqual({ ...first, reused: true });
  expect(await desk.count()).toBe(1);
});

test("N3: the same key with another goal or other steps is a conflict", async () => {
  const desk = new Desk();
  await desk.call("workflow_open", open);
  for (const other of [{ goal: "Something else" }, { steps: [{ key: "other" }] }])
    expect((await failureOf(desk.call("workflow_open", { ...open, ...other }))).code).toBe("run/idempotency-conflict");
  expect(await desk.count()).toBe(1);
});

test("N4: the same key after the run failed opens no second run", async () => {
  const desk = new Desk();
  const { run_id: id } = await desk.call("workflow_open", open);
  await desk.update(id, { run_status: "failed", summary: "no network" });
  expect((await desk.call("workflow_open", open)).run_id).toBe(id);
  expect(await desk.count()).toBe(1);
});

test("N7: an empty goal is an error", async () => {
  for (const goal of ["", "  "]) expect((await failureOf(new Desk().open({ goal }))).message).toBe('"goal" is empty');
});

test("N12: steps that are not JSON are an error", async () => {
  const desk = new Desk();
  const failure = await failureOf(desk.open({ steps: "doctor, package" }));
  expect(failure.code).toBe("run/bad-input");
  expect(failure.message).toContain('"steps" is a text that is not JSON');
  expect((await failureOf(desk.open({ steps: '{"key":"doctor"}' }))).message).toContain("not an array");
  expect(await desk.count()).toBe(0);
});

test("N13: a malformed second step is an error and leaves no run behind", async () => {
  const desk = new Desk();
  const failure = await failureOf(desk.open({ steps: [{ key: "doctor" }, { title: "no key" }] }));
  expect(failure).toMatchObject({ code: "run/bad-input", message: '"steps[1].key" is missing' });
  expect(await desk.count()).toBe(0);
});

test("N14: two steps of one key are an error and leave no run behind", async () => {
  const desk = new Desk();
  expect((await failureOf(desk.open({ steps: [{ key: "a" }, { key: "b" }, { key: "a" }] }))).code).toBe(
    "run/duplicate-step",
  );
  expect(await desk.count()).toBe(0);
});

test("N16: a step's key is the one it was given", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "k-1", title: "Run release readiness checks" }] });
  expect(await desk.step(id, "k-1")).toMatchObject({ key: "k-1", title: "Run release readiness checks" });
});

test("N17: an unknown priority is an error that names the known ones", async () => {
  const failure = await failureOf(new Desk().open({ priority: "hgh" }));
  expect(failure).toMatchObject({
    code: "run/unknown-value",
    message: '"priority" is "hgh", not one of "critical", "high", "low", "normal"',
    hint: 'did you mean "high"?',
  });
});

test("N19, N20, N21: a step in progress is attempt 1, still 1 when said twice, and 2 after it failed", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
  const first = await desk.step(id, "doctor");
  expect(first).toMatchObject({ attempts: 1, started_at: "2026-01-31T09:00:00.000Z" });
  desk.nowMs += 60_000;
  await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
  expect(await desk.step(id, "doctor")).toEqual(first);
  await desk.update(id, { step_key: "doctor", step_status: "failed" });
  await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
  expect(await desk.step(id, "doctor")).toMatchObject({ attempts: 2, started_at: "2026-01-31T09:01:00.000Z" });
});

test("N22: a step that failed with attempts left is offered again, as attempt n + 1 of max", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "doctor", max_attempts: 4 }, { key: "package" }] });
  await desk.update(id, { step_key: "doctor", step_status: "failed" });
  expect(await desk.resume(id)).toMatchObject({
    can_resume: true,
    reason: "retry_due",
    next: { key: "doctor", attempt: 2, max_attempts: 4 },
  });
});

test("N23: a retry that is not to be before tomorrow is not offered today, and not started", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "doctor", step_status: "failed", not_before: "2026-02-01T09:00:00Z" });
  expect(await desk.resume(id)).toMatchObject({
    can_resume: false,
    reason: "retry_later",
    waits_for: { what: "time", at: "2026-02-01T09:00:00.000Z" },
  });
  const start = { step_key: "doctor", step_status: "in_progress" };
  expect((await failureOf(desk.update(id, start))).code).toBe("run/not-due");
  desk.nowMs = Date.UTC(2026, 1, 1, 9, 0, 0);
  expect(await desk.resume(id)).toMatchObject({ can_resume: true, reason: "retry_due" });
  await desk.update(id, start);
});

test("N24, N25: an update that leaves out max attempts and requires_approval leaves them as they are", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "publish", max_attempts: 7, requires_approval: true }] });
  await desk.update(id, { step_key: "publish", summary: "artifacts are ready" });
  expect(await desk.step(id, "publish")).toMatchObject({ max_attempts: 7, requires_approval: true });
});

test("N26: an unknown step status is an error", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const failure = await failureOf(desk.update(id, { step_key: "doctor", step_status: "done" }));
  expect(failure.code).toBe("run/unknown-value");
  expect(failure.message).toContain('"completed"');
});

test("N27: a step status without a step key is an error and does not fail the run", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const failure = await failureOf(desk.update(id, { step_status: "failed" }));
  expect(failure).toMatchObject({ code: "run/bad-input", where: { pointer: "/step_status" } });
  expect((await desk.get(id)).run.status).toBe("pending");
});

test("N28: when the last step is completed the run is, with its end", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "doctor" }] });
  const answer = await desk.update(id, { step_key: "doctor", step_status: "completed" });
  expect(answer).toMatchObject({ status: "completed", resume: { can_resume: false, reason: "ended" } });
  expect((await desk.get(id)).run.ended_at).toBe("2026-01-31T09:00:00.000Z");
});

test("N30: a run that waits for approval cannot be resumed, and the step is named", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "publish", step_status: "waiting_approval" });
  const verdict = await desk.resume(id);
  expect(verdict).toMatchObject({ can_resume: false, reason: "waiting_approval", next: { key: "publish" } });
  expect(verdict.message).toContain('"publish" waits for approval');
});

test("N31: a step that is blocked and requires approval waits for approval", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "publish", step_status: "blocked", requires_approval: true, summary: "ready" });
  expect((await desk.step(id, "publish")).status).toBe("waiting_approval");
  expect(await desk.resume(id)).toMatchObject({ reason: "waiting_approval", waits_for: { what: "approval" } });
});

test("N32: a run that was stopped is not ready", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { run_status: "stopped" });
  expect(await desk.resume(id)).toMatchObject({ can_resume: false, reason: "ended", next: null });
});

test("N33: a run that was stopped takes no more reports", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { run_status: "stopped" });
  const before = await desk.get(id);
  for (const [input, code] of [
    [{ step_key: "doctor", step_status: "completed" }, "run/illegal-transition"],
    [{ run_status: "running" }, "run/illegal-transition"],
    [{ summary: "one more thing" }, "run/ended"],
    [{ step_key: "doctor", summary: "one more thing" }, "run/ended"],
  ] as const)
    expect((await failureOf(desk.update(id, input))).code).toBe(code);
  expect(await desk.get(id)).toEqual(before);
});

test("N34: a handoff changes the owner and leaves actor and note in the history", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const handoff = { run_id: id, actor: "codex", new_owner: "claude_code", handoff_note: "publish waits" };
  expect(await desk.call("workflow_handoff", handoff)).toMatchObject({ owner: "claude_code" });
  const [event] = (await desk.call("workflow_replay", { run_id: id, limit: 1 })).events;
  expect(event).toMatchObject({
    actor: "codex",
    kind: "owner_changed",
    payload: { from: "codex", to: "claude_code", note: "publish waits", forced: false },
  });
});

test("N35: a handoff without an actor is an error", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const failure = await failureOf(desk.call("workflow_handoff", { run_id: id, new_owner: "claude_code" }));
  expect(failure.message).toBe('"actor" is missing');
});

test("N36: a handoff by somebody who is not the owner is refused", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const handoff = { run_id: id, actor: "mallory", new_owner: "mallory" };
  expect((await failureOf(desk.call("workflow_handoff", handoff))).code).toBe("run/not-owner");
  expect((await failureOf(desk.call("workflow_handoff", { ...handoff, force: true }))).code).toBe("run/unknown-field");
  expect((await desk.get(id)).run.owner).toBe("codex");
});

test("N37: a replay with a limit is newest first", async () => {
  const desk = new Desk();
  const id = await desk.open();
  for (const summary of ["a", "b", "c"]) await desk.update(id, { summary });
  const { events } = await desk.call("workflow_replay", { run_id: id, limit: 2 });
  expect(events.map((event: { payload: object }) => event.payload)).toEqual([{ summary: "c" }, { summary: "b" }]);
});

test("N38: an unknown run is the same error for every tool", async () => {
  const desk = new Desk();
  const said = new Set<string>();
  for (const [tool, input] of [
    ["workflow_get", {}],
    ["workflow_replay", {}],
    ["workflow_resume", {}],
    ["workflow_update", { summary: "x" }],
    ["workflow_handoff", { actor: "a", new_owner: "b" }],
  ] as const) {
    const failure = await failureOf(desk.call(tool, { run_id: "WF-NONE", ...input }));
    said.add(`${failure.code}: ${failure.message}`);
  }
  expect([...said]).toEqual(['run/unknown-run: there is no run "WF-NONE"']);
});

test("N40: a state patch is merged, and null deletes", async () => {
  const desk = new Desk();
  const id = await desk.open({ state: { version: "3.1.1", build: { os: "linux", arch: "x64" } } });
  await desk.update(id, { state: { build: { arch: null, node: 24 }, tagged: true } });
  const { run } = await desk.get(id);
  expect(run.state).toEqual({ version: "3.1.1", build: { os: "linux", node: 24 }, tagged: true });
  expect(run.initial_state).toEqual({ version: "3.1.1", build: { os: "linux", arch: "x64" } });
});

test("N43: a summary that is too long is cut with a marker that says by how much", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "doctor", summary: "x".repeat(5_000) });
  const { summary } = await desk.step(id, "doctor");
  expect(summary).toMatch(/^x+… \[cut: \d+ more characters\]$/);
  expect(summary.length).toBeLessThanOrEqual(4_000);
  const kept = /^x+/.exec(summary)?.[0].length ?? 0;
  expect(summary).toContain(`[cut: ${5_000 - kept} more characters]`);
});

test("N44: a failed run, which can be retried, is in the list", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "doctor", max_attempts: 1 }] });
  await desk.update(id, { step_key: "doctor", step_status: "failed" });
  expect((await desk.call("workflow_list", {})).runs).toMatchObject([
    { run_id: id, status: "failed", waits_for: { what: "retry" } },
  ]);
});

test("N45: a list with an unknown status is an error", async () => {
  expect((await failureOf(new Desk().call("workflow_list", { status: "open" }))).code).toBe("run/unknown-value");
});

test("N47: a number as status is an error in words", async () => {
  const desk = new Desk();
  const id = await desk.open();
  const failure = await failureOf(desk.update(id, { step_key: "doctor", step_status: 3 }));
  expect(failure).toMatchObject({ code: "run/unknown-value", status: 2 });
  expect(failure.message).toContain('"step_status" is 3, not one of');
});

test("N52: a run whose session is quiet for a month is as it was", async () => {
  const desk = new Desk();
  const id = await desk.open();
  await desk.update(id, { step_key: "doctor", step_status: "in_progress" });
  const before = await desk.get(id);
  desk.nowMs += 30 * 86_400_000;
  await desk.open();
  await desk.call("workflow_list", {});
  const after = await desk.get(id);
  expect(after.run).toEqual(before.run);
  expect(after.events).toEqual(before.events);
  expect(await desk.resume(id)).toMatchObject({ can_resume: true, reason: "in_progress" });
});
