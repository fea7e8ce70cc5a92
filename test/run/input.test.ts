import { describe, expect, test } from "vitest";
import { tools } from "../../src/run/operations/tools.ts";
import { Desk, failureOf } from "./support/desk.ts";

const refused = async (tool: string, input: unknown) => failureOf(new Desk().call(tool, input));

describe("an input", () => {
  test("with a field that is not known is refused, with the known ones and the nearest", async () => {
    const failure = await refused("workflow_update", { run_id: "WF-1", step_kye: "doctor", summary: "x" });
    expect(failure).toMatchObject({ code: "run/unknown-field", status: 2, hint: 'did you mean "step_key"?' });
    expect(failure.where).toEqual({ file: "input", pointer: "/step_kye" });
  });

  test("tells everything that is wrong with it at once", async () => {
    const failure = await refused("workflow_open", { goal: 3, priority: "urgent", colour: "red" });
    expect([failure.message, ...failure.findings.map((finding) => finding.message)]).toEqual([
      '"goal" is 3, not a string',
      '"priority" is "urgent", not one of "critical", "high", "low", "normal"',
      expect.stringContaining('"colour" is not a known field'),
    ]);
  });

  test("of a step is checked as closely", async () => {
    const steps = [{ key: "a", titel: "A" }];
    for (const given of [steps, JSON.stringify(steps)])
      expect(await refused("workflow_open", { goal: "g", steps: given })).toMatchObject({
        code: "run/unknown-field",
        message: expect.stringContaining('in "steps[0]" "titel" is not a known field'),
        hint: 'did you mean "title"?',
      });
  });

  test("that is no object is refused", async () => {
    for (const input of [null, [], "run", 3])
      expect((await refused("workflow_resume", input)).message).toMatch(/^the input is .*, not an object$/);
    expect((await refused("workflow_resume", undefined)).message).toBe("the input is missing");
  });

  test("with a key that is a prototype to some, or without an end to its depth, is refused", async () => {
    const proto = JSON.parse('{"goal":"g","state":{"a":{"__proto__":{"x":1}}}}');
    expect((await refused("workflow_open", proto)).message).toBe('"__proto__" cannot be a key');
    const deep = JSON.parse(`{"goal":"g","state":{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`);
    expect((await refused("workflow_open", deep)).message).toBe("the input nests deeper than 64 levels");
  });

  test("of names is one line and not too long; texts may have lines", async () => {
    expect((await refused("workflow_open", { goal: "g", owner: "a\nb" })).message).toBe(
      '"owner" holds control characters',
    );
    expect((await refused("workflow_open", { goal: "g", owner: "" })).message).toBe('"owner" is empty');
    expect((await refused("workflow_open", { goal: "g", owner: "x".repeat(201) })).message).toContain(
      "longer than 200",
    );
    await new Desk().open({ goal: "two\nlines" });
  });

  test("of a moment says its offset", async () => {
    const desk = new Desk();
    const id = await desk.open();
    const failure = await failureOf(desk.update(id, { step_key: "doctor", not_before: "2026-02-01T09:00:00" }));
    expect(failure.message).toContain('"not_before" is not a moment like');
  });

  test("that says nothing is refused", async () => {
    const desk = new Desk();
    const id = await desk.open();
    expect((await failureOf(desk.update(id, { actor: "codex" }))).message).toBe(
      "the update says nothing that could be recorded",
    );
  });

  test("of state that grows beyond what a run may hold is refused, and the state is as it was", async () => {
    const desk = new Desk();
    const id = await desk.open({ state: { a: "x".repeat(60_000) } });
    expect((await failureOf(desk.update(id, { state: { b: "x".repeat(10_000) } }))).code).toBe("run/too-large");
    await desk.update(id, { state: { a: null, b: "x".repeat(10_000) } });
  });

  test("of more steps than a run may have is refused", async () => {
    const steps = Array.from({ length: 501 }, (_, at) => ({ key: `s${at}` }));
    expect((await refused("workflow_open", { goal: "g", steps })).code).toBe("run/too-large");
  });
});

describe("a run's id", () => {
  test("may be cut short while one run begins so", async () => {
    const desk = new Desk();
    const id = await desk.open();
    for (const short of ["WF-...", "WF-…", `${id.slice(0, 6)}...`]) expect((await desk.resume(short)).run_id).toBe(id);
    const other = await desk.open();
    const failure = await failureOf(desk.resume("WF-..."));
    expect(failure.code).toBe("run/ambiguous-run");
    for (const one of [id, other]) expect(failure.message).toContain(one);
    expect((await failureOf(desk.resume("wfr_..."))).code).toBe("run/unknown-run");
  });

  test("that is nearly right is answered with the right one", async () => {
    const desk = new Desk();
    const id = await desk.open();
    const typo = `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
    expect((await failureOf(desk.resume(typo))).hint).toBe(`did you mean "${id}"?`);
  });
});

describe("what a step comes with", () => {
  test("is where it stands when the run opens", async () => {
    const desk = new Desk();
    const id = await desk.open({
      steps: [{ key: "a", status: "completed" }, { key: "b", status: "in_progress" }, { key: "c" }],
    });
    const { run, steps } = await desk.get(id);
    expect(run).toMatchObject({ status: "running", revision: 1 });
    expect(steps.map((step: { status: string; attempts: number }) => [step.status, step.attempts])).toEqual([
      ["completed", 1],
      ["in_progress", 1],
      ["pending", 0],
    ]);
  });

  test("opens no gate", async () => {
    const gated = { goal: "g", steps: [{ key: "a", status: "in_progress", requires_approval: true }] };
    expect((await refused("workflow_open", gated)).code).toBe("run/approval-needed");
  });
});

describe("null", () => {
  test("clears what can be cleared", async () => {
    const desk = new Desk();
    const id = await desk.open({
      next_action: "run it",
      steps: [{ key: "a", max_attempts: 2, compensation: "undo it", not_before: "2026-01-01" }],
    });
    await desk.update(id, { step_key: "a", summary: "s", evidence: "e" });
    await desk.update(id, {
      step_key: "a",
      max_attempts: null,
      compensation: null,
      not_before: null,
      evidence: null,
      next_action: null,
    });
    expect(await desk.step(id, "a")).toMatchObject({
      max_attempts: null,
      compensation: null,
      not_before: null,
      evidence: null,
      summary: "s",
    });
    expect((await desk.get(id)).run.next_action).toBeNull();
  });

  test("is no value for what cannot", async () => {
    const desk = new Desk();
    const id = await desk.open();
    for (const field of ["summary", "step_status", "requires_approval", "state"])
      expect((await failureOf(desk.update(id, { step_key: "doctor", [field]: null }))).status).toBe(2);
  });
});

test("every tool's answer is what its schema says", async () => {
  const desk = new Desk();
  const id = await desk.open({ steps: [{ key: "a", requires_approval: true }, { key: "b" }] });
  const inputs: Record<string, object> = {
    workflow_open: { goal: "another" },
    workflow_update: { run_id: id, step_key: "a", step_status: "waiting_approval", summary: "may I?" },
    workflow_resume: { run_id: id },
    workflow_replay: { run_id: id },
    workflow_handoff: { run_id: id, actor: "codex", new_owner: "claude" },
    workflow_get: { run_id: id, include_events: true },
    workflow_list: { include_ended: true },
  };
  for (const tool of tools) {
    const answer = await desk.call(tool.name, inputs[tool.name]);
    expect(tool.output.strict().safeParse(answer).error?.issues).toBeUndefined();
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  }
});
