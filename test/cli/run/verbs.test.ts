import { describe, expect, test } from "vitest";
import { type Checkout, makeCheckout } from "./checkout.ts";

const open = [
  "run",
  "open",
  "Publish v3.1.1",
  "--owner",
  "codex",
  "--step",
  "doctor=Run checks",
  "--step",
  "publish",
  "--gate",
  "publish",
];

async function opened(checkout: Checkout, ...words: string[]): Promise<string> {
  return (await checkout.json(...open, ...words)).run_id;
}

describe("baton run", () => {
  test("goes from opening to the end, and shows where the run stands", async () => {
    const checkout = makeCheckout();
    const { out } = await checkout.run(...open, "--next", "Run the checks");
    const id = /^opened (WF-\w+)$/m.exec(out)?.[1] ?? "";
    expect(out).toBe(`opened ${id}

${id}  Publish v3.1.1
  pending since a moment · general · owner codex · revision 1

  · doctor   Run checks
  · publish              needs approval

→ start "doctor": attempt 1 of 3
  next: Run the checks
`);
    await checkout.run("run", "update", id, "--step", "doctor", "--status", "completed", "--summary", "clean");
    await checkout.run("run", "update", id, "--step", "publish", "--status", "waiting_approval", "--summary", "may I?");
    expect((await checkout.run("run", "list")).out).toBe(
      `${id}  waiting for approval    1/2  Publish v3.1.1 (owner codex, publish waits for approval since a moment)\n`,
    );
    expect((await checkout.run("run", "approve", "--words", "go ahead")).out).toContain(
      'approved attempt 1 of "publish"',
    );
    const done = await checkout.run(
      "run",
      "update",
      id,
      "--step",
      "publish",
      "--status",
      "completed",
      "--next",
      "Rest",
    );
    expect(done.out).toContain("✓ publish              completed a moment ago, approved by ann");
    expect(await checkout.json("run", "resume", id)).toMatchObject({ ok: true, can_resume: false, reason: "ended" });
    expect((await checkout.run("run", "list")).out).toBe("no runs\n");
    expect((await checkout.run("run", "verify")).out).toBe("1 run as written\n");
  });

  test("finds the run that is meant while only one is open", async () => {
    const checkout = makeCheckout();
    expect(await checkout.run("run", "resume")).toMatchObject({
      status: 2,
      err: expect.stringContaining("no run is open"),
    });
    const id = await opened(checkout);
    expect((await checkout.json("run", "resume")).run_id).toBe(id);
    await opened(checkout);
    expect(await checkout.run("run", "resume")).toMatchObject({
      status: 2,
      err: expect.stringContaining("several runs"),
    });
  });

  test("pauses, continues, stops and retries", async () => {
    const checkout = makeCheckout();
    const id = await opened(checkout);
    await checkout.run("run", "update", id, "--step", "doctor", "--status", "in_progress");
    expect(await checkout.json("run", "pause", id, "--why", "frozen")).toMatchObject({ status: "paused" });
    expect((await checkout.run("run", "get", id)).out).toContain("frozen");
    expect(await checkout.json("run", "continue", id)).toMatchObject({ status: "running" });
    await checkout.run("run", "update", id, "--step", "doctor", "--status", "failed", "--max-attempts", "1");
    expect(await checkout.json("run", "retry", id)).toMatchObject({
      ok: false,
      error: { code: "run/attempts-exhausted" },
    });
    expect(await checkout.json("run", "retry", id, "--max-attempts", "2")).toMatchObject({ status: "running" });
    expect(await checkout.json("run", "stop", id)).toMatchObject({ status: "stopped" });
    expect(await checkout.json("run", "continue", id)).toMatchObject({ error: { code: "run/illegal-transition" } });
  });

  test("hands over, and forces it only for a person", async () => {
    const checkout = makeCheckout();
    const id = await opened(checkout);
    const take = ["run", "handoff", id, "--actor", "ann", "--to", "ann"];
    expect(await checkout.run(...take)).toMatchObject({ status: 3, err: expect.stringContaining("[run/not-owner]") });
    expect(await checkout.runAs({ CODEX_THREAD_ID: "t" }, ...take, "--force")).toMatchObject({
      status: 3,
      err: expect.stringContaining("[run/agent-shell]"),
    });
    expect((await checkout.run(...take, "--force")).out).toContain("handed over to ann");
    const { events } = await checkout.json("run", "replay", id, "--limit", "1");
    expect(events[0].payload).toEqual({ from: "codex", to: "ann", note: null, forced: true });
  });

  test("tells the history, newest first", async () => {
    const checkout = makeCheckout();
    const id = await opened(checkout);
    await checkout.run("run", "update", id, "--step", "doctor", "--status", "completed", "--summary", "clean");
    const lines = (await checkout.run("run", "replay", id)).out.split("\n");
    expect(lines[0]).toMatch(/^#5 +a moment ago {2}baton {2}run: running → step complete$/);
    expect(lines[2]).toMatch(/^#3 .* codex {2}doctor: in progress → completed \(attempt 1\) "clean"$/);
    expect((await checkout.json("run", "replay", id, "--since", "4")).events).toHaveLength(1);
  });

  test("exports and imports, and prunes what ended long ago", async () => {
    const checkout = makeCheckout();
    const other = makeCheckout();
    const id = await opened(checkout);
    await checkout.run("run", "stop", id);
    expect((await checkout.run("run", "export", "--output", "runs.jsonl")).status).toBe(0);
    expect((await checkout.run("run", "export", "--output", "runs.jsonl")).status).toBe(2);
    expect((await other.run("run", "import", `${checkout.root}/runs.jsonl`)).out).toBe("1 run added\n");
    expect((await other.run("run", "import", `${checkout.root}/runs.jsonl`)).out).toBe(
      "0 runs added, 1 run already here\n",
    );
    expect((await other.run("run", "prune")).status).toBe(2);
    expect((await other.run("run", "prune", "--older-than", "1d")).out).toBe("0 runs deleted\n");
    expect((await other.run("run", "prune", "--older-than", "0s", "--dry-run")).out).toContain(
      "1 run would be deleted",
    );
    expect(await other.json("run", "prune", "--older-than", "0s")).toMatchObject({ pruned: [id], dry_run: false });
    expect((await other.json("run", "list", "--include-ended")).runs).toEqual([]);
  });
});

describe("help", () => {
  test("of the group lists its verbs, and of a verb its options and examples", async () => {
    const { run } = makeCheckout();
    const group = await run("run", "--help");
    for (const verb of "open update resume replay handoff get list approve reject pause continue stop retry export import prune verify".split(
      " ",
    ))
      expect(group.out).toMatch(new RegExp(`^ {2}${verb} `, "m"));
    expect(await run("run")).toEqual({ ...group, status: 2 });
    for (const words of [
      ["run", "open", "--help"],
      ["help", "run", "open"],
    ]) {
      const { status, out } = await run(...words);
      expect(status).toBe(0);
      expect(out).toContain("Usage: baton run open [options] <goal>");
      expect(out).toContain('baton run open "Publish v3.1.1"');
    }
  });

  test("is pointed at by a verb that does not exist", async () => {
    const { run } = makeCheckout();
    expect(await run("run", "resum")).toMatchObject({
      status: 2,
      err: expect.stringContaining('did you mean "resume"?'),
    });
  });
});

describe("what goes wrong", () => {
  test("is told with its code and what to do, in words or as JSON, and never with a stack", async () => {
    const checkout = makeCheckout();
    const id = await opened(checkout);
    const words = ["run", "update", id, "--step", "publish", "--status", "completed"];
    const plain = await checkout.run(...words);
    expect(plain).toMatchObject({ status: 3, out: "" });
    expect(plain.err).toContain(
      'error: the step "publish" (attempt 1) needs approval before it may start [run/approval-needed]',
    );
    expect(plain.err).toContain("hint: report step_status");
    expect(await checkout.json(...words)).toMatchObject({ ok: false, error: { code: "run/approval-needed" } });
    for (const [line, status, code] of [
      [["run", "get", "WF-NONE"], 2, "run/unknown-run"],
      [["run", "update", id, "--max-attempts", "many", "--step", "doctor"], 2, "cli/usage"],
      [["run", "update", id, "--state", "{", "--summary", "x"], 2, "cli/usage"],
      [["run", "update", id, "--clear", "summary"], 2, "cli/usage"],
      [["run", "update", id, "--not-before", "soon", "--step", "doctor"], 2, "cli/usage"],
      [["run", "update", id, "--if-revision", "9", "--summary", "x"], 3, "run/stale-revision"],
      [["run", "open", " "], 2, "run/bad-input"],
      [["run", "open", "g", "--steps", "[]", "--step", "a"], 2, "cli/usage"],
      [["run", "open", "g", "--step", "a", "--gate", "b"], 2, "cli/usage"],
      [["run", "import", "nothing.jsonl"], 3, "parse/unreadable"],
    ] as const) {
      const ran = await checkout.run(...line);
      expect({ line, status: ran.status, err: ran.err }).toEqual({
        line,
        status,
        err: expect.stringContaining(`[${code}]`),
      });
      expect(ran.err).not.toMatch(/^\s+at /m);
    }
  });

  test("outside a repository is that there is none", async () => {
    const { baton } = await import("../../helpers/fake-io.ts");
    expect(await baton(["run", "list"], { cwd: "/" })).toMatchObject({
      status: 3,
      err: expect.stringContaining("[run/no-repository]"),
    });
  });
});
