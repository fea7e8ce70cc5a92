import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeCheckout } from "./checkout.ts";

const text = readFileSync(join(import.meta.dirname, "../../corpus/run/seed-commands.txt"), "utf8");
const commands = [...text.matchAll(/^nexo call nexo_(\S+) --input '([^']*)'$/gm)].map(
  ([, tool = "", input = ""]) => [tool, input] as const,
);

test("the seeds' example commands run as they stand, in order, and do what their text says", async () => {
  const { run } = makeCheckout();
  const answers = [];
  for (const [tool, input] of commands) {
    const { status, out, err } = await run("call", tool, "--input", input);
    expect({ tool, status, err }).toEqual({ tool, status: 0, err: "" });
    answers.push(JSON.parse(out));
  }
  const [opened, recorded, resumed, replayed, waits, goesOn, handed, received, got, ...rest] = answers;
  expect(rest).toEqual([]);
  expect(new Set(answers.map((answer) => answer.run_id ?? answer.run.run_id)).size).toBe(1);

  // Example 1: from doctor to package.
  expect(opened).toMatchObject({ status: "pending", reused: false, next: { key: "doctor" } });
  expect(opened.steps.map((step: { key: string }) => step.key)).toEqual(["doctor", "package", "publish"]);
  expect(recorded.resume).toMatchObject({
    can_resume: true,
    next: { key: "package" },
    next_action: "Build release artifacts.",
  });
  expect(resumed).toMatchObject({ can_resume: true, reason: "next_pending", next: { key: "package", attempt: 1 } });
  expect(replayed.events).toHaveLength(5);
  expect(replayed.events.map((event: { seq: number }) => event.seq)).toEqual([6, 5, 4, 3, 2]);
  expect(replayed.events.find((event: { payload: object }) => "evidence" in event.payload)).toMatchObject({
    actor: "codex",
    attempt: 1,
    payload: { summary: "doctor clean, parity checks passed", evidence: "nexo doctor + verify_client_parity.py" },
  });

  // Example 2: waits for approval, then continues in the same run.
  expect(waits).toMatchObject({
    status: "waiting_approval",
    resume: { can_resume: false, reason: "waiting_approval" },
  });
  expect(goesOn).toMatchObject({ status: "running", resume: { can_resume: true, next: { key: "publish" } } });

  // Example 3: changes owner, and the other client resumes.
  expect(handed).toMatchObject({
    owner: "claude_code",
    resume: { next_action: "Run smoke test and publish if clean." },
  });
  expect(received).toMatchObject({ can_resume: true, reason: "in_progress", next: { key: "publish" } });
  expect(got.run).toMatchObject({
    goal: "Prepare and publish v3.1.1",
    owner: "claude_code",
    sid: "YOUR_SESSION_ID",
    kind: "release",
  });
  expect(got.steps.map((step: { status: string }) => step.status)).toEqual(["completed", "pending", "in_progress"]);
  expect(got.steps[2].approval).toMatchObject({
    status: "approved",
    how: "attested",
    words: "Approval received. Publishing now.",
  });
});
