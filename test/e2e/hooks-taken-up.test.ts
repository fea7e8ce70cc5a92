import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { killCodex, startCodex } from "./codex-process.ts";
import { batonProgram, runBaton } from "./install-baton.ts";
import type { ModelScript } from "./model-script.ts";
import { agentActor, orchestrate } from "./plays/agent-step.ts";
import { mediumMessages } from "./plays/medium-flow.ts";
import { requirements, sessionProject } from "./plays/session-expiry.ts";
import { trustHooks } from "./trust-hooks.ts";
import { pause, say, shell, spawn, wait } from "./turn-items.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

const request = mediumMessages[0];
const ask = say("Stop: requirements. Medium, backend. Is this what you want, at this scale?");

async function setUpGoverned(model: string, script: ModelScript): Promise<Workbench> {
  const bench = await setUpWorkbench({ model, files: sessionProject, script });
  await runBaton(bench.repository.root, bench.home.env, "install", "--yes");
  await bench.repository.git("add", "--all");
  await bench.repository.git("commit", "--quiet", "--message", "Install Baton");
  await trustHooks(bench);
  return bench;
}

// biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is said in the test
async function runsOf({ repository, home }: Workbench): Promise<any[]> {
  return JSON.parse(await runBaton(repository.root, home.env, "run", "list", "--include-ended", "--json")).runs;
}

function logOf({ repository }: Workbench): string {
  const file = join(repository.root, ".baton/hooks.log");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The developer messages of the last request that an actor's model got. */
function developerTextOf(bench: Workbench, isRoot = true): string {
  return bench.model.requests.filter((one) => one.isSubagent !== isRoot).at(-1)?.developerText ?? "";
}

describe.each(["mock-model", "gpt-6.1-sol"])("with %s", { timeout: 90_000 }, (model) => {
  test("a run goes on in another session that is asked for nothing more", async () => {
    const bench = await setUpGoverned(model, [
      agentActor(requirements),
      {
        name: "later",
        when: { role: "root", developerIncludes: "Baton: the recipe recipe-implement governs" },
        turns: [spawn({ agent: "work-planner", taskName: "plan", message: "Plan." }), say("Is this what you want?")],
      },
      { name: "first", when: { role: "root" }, turns: [...orchestrate(requirements), ask] },
    ]);

    const first = await bench.exec(request);
    const later = await bench.exec("$recipe-implement");

    expect(bench.model.problems).toEqual([]);
    expect(later.threadId).not.toBe(first.threadId);
    expect(developerTextOf(bench)).toContain("Next: stop requirements.");
    expect(bench.model.requests.at(-1)?.toolOutputs.at(-1)?.text).toContain("[flow/stop-skipped]");
    expect(await runsOf(bench)).toMatchObject([{ owner: later.threadId, status: "waiting_approval" }]);
  });

  test("a person is asked which of two open runs goes on", async () => {
    const bench = await setUpGoverned(model, [
      agentActor(requirements),
      {
        name: "chooser",
        when: { role: "root", developerIncludes: "2 runs of recipe-implement are open" },
        turns: [
          spawn({ agent: "requirement-analyzer", taskName: "early", message: "Analyze." }),
          say("Which one: 1 or 2?"),
          say("On with the tokens. Is this what you want, at this scale?"),
        ],
      },
      {
        name: "opener",
        when: { role: "root", userIncludes: "Log each refusal" },
        turns: [say("Shall I begin?")],
      },
      { name: "first", when: { role: "root" }, turns: [...orchestrate(requirements), ask] },
    ]);
    await bench.exec(request);
    await bench.exec("$recipe-implement Log each refusal.");

    const asked = await bench.exec("$recipe-implement");
    const chosen = await bench.resume(asked.threadId, "2");

    expect(bench.model.problems).toEqual([]);
    expect(asked.lastMessage).toBe("Which one: 1 or 2?");
    expect(bench.model.requests.at(-2)?.toolOutputs.at(-1)?.text).toContain("Ask the person which one goes on");
    expect(developerTextOf(bench)).toContain("goal: Reject expired session tokens with a 401.");
    expect(await runsOf(bench)).toMatchObject([
      { goal: "Log each refusal." },
      { goal: "Reject expired session tokens with a 401.", owner: chosen.threadId },
    ]);
  });

  test("a session that was killed goes on where it was", async () => {
    const bench = await setUpGoverned(model, [
      {
        ...agentActor(requirements),
        turns: [pause(20_000), say("late")],
        when: { agent: "requirement-analyzer", userIncludes: "first try" },
      },
      agentActor(requirements),
      {
        name: "later",
        when: { role: "root", developerIncludes: "Baton: the recipe recipe-implement governs" },
        turns: [
          spawn({ agent: "requirement-analyzer", taskName: requirements.taskName, message: requirements.message }),
          wait({ tasks: [requirements.taskName] }),
          ask,
        ],
      },
      {
        name: "first",
        when: { role: "root" },
        turns: [spawn({ agent: "requirement-analyzer", taskName: "first_try", message: "first try" }), wait()],
      },
    ]);
    const codex = startCodex(["exec", "--json", "--", request], { cwd: bench.repository.root, env: bench.home.env });
    codex.stdin.end();
    await expect
      .poll(async () => (await runsOf(bench))[0]?.next_action, { timeout: 30_000 })
      .toBe("the answer of requirement-analyzer");
    killCodex(codex);
    const [{ owner }] = await runsOf(bench);

    await bench.resume(owner, "Go on.");

    expect(bench.model.problems).toEqual([]);
    expect(developerTextOf(bench)).toContain("Next: requirement-analyzer.");
    const [run] = await runsOf(bench);
    expect(run).toMatchObject({ owner, status: "waiting_approval", next_action: "stop requirements" });
    const verified = await runBaton(bench.repository.root, bench.home.env, "run", "verify", "--json");
    expect(JSON.parse(verified)).toMatchObject({ ok: true });
  });

  test("the recipe and the next step are put back after a compaction", async () => {
    const bench = await setUpGoverned(model, [
      { name: "summary", when: { role: "root", kind: "compaction" }, turns: [say("So far: a request."), say("More.")] },
      agentActor(requirements),
      {
        name: "first",
        when: { role: "root" },
        turns: [...orchestrate(requirements), ask, say("At the requirements stop. Is this what you want?")],
      },
    ]);
    const first = await bench.exec(request);

    // The scripted model says that each answer of its has more tokens than that.
    await bench.resume(first.threadId, "Where do we stand?", "-c", "model_auto_compact_token_limit=50");

    expect(bench.model.problems).toEqual([]);
    expect(bench.model.requests.map(({ kind }) => kind)).toContain("compaction");
    const last = bench.model.requests.findLast(({ kind }) => kind === "turn");
    expect(last?.developerText).toContain("read .agents/skills/recipe-implement/SKILL.md again before you go on.");
    expect(last?.userTexts.join("\n")).not.toContain("<name>recipe-implement</name>");
  });

  test("a session without a recipe goes on as if there were no hooks, and leaves no trace", async () => {
    const bench = await setUpGoverned(model, [
      { name: "child", when: { role: "subagent" }, turns: [say("prose")] },
      {
        name: "root",
        when: { role: "root" },
        turns: [
          spawn({ agent: "document-reviewer", taskName: "review", message: "Review.", withHistory: false }),
          wait(),
          shell("echo x > .baton/mine.txt"),
          say("done"),
        ],
      },
    ]);

    const run = await bench.exec("What is recipe-implement?");

    expect(bench.model.problems).toEqual([]);
    expect(run.lastMessage).toBe("done");
    expect(JSON.stringify(bench.model.requests.map(({ input }) => input))).not.toMatch(/Baton: |baton_handoff/);
    expect(await bench.repository.git("status", "--short")).toBe("?? .baton/mine.txt");
    for (const path of ["runs.db", "hooks.log", "sessions"])
      expect(existsSync(join(bench.repository.root, ".baton", path))).toBe(false);
  });
});

describe("whatever goes wrong, Codex goes on", { timeout: 60_000 }, () => {
  const script: ModelScript = [
    agentActor(requirements),
    { name: "root", when: { role: "root" }, turns: [...orchestrate(requirements), ask, ask] },
  ];

  test("over a store that is broken", async () => {
    const bench = await setUpGoverned("mock-model", script);
    const first = await bench.exec(request);
    writeFileSync(join(bench.repository.root, ".baton/runs.db"), "no database");

    const next = await bench.resume(first.threadId, "Yes.");

    expect(next).toMatchObject({ exitCode: 0, lastMessage: expect.stringContaining("Stop: requirements.") });
    expect(logOf(bench)).toContain("[run/not-a-store]");
  });

  test("when the program crashes", async () => {
    const bench = await setUpGoverned("mock-model", script);
    writeFileSync(join(bench.repository.root, ".baton/bin/hook.mjs"), "throw new Error('broken');");
    expect(await bench.exec(request)).toMatchObject({ exitCode: 0, lastMessage: expect.stringContaining("Stop:") });
  });

  test("when the programs are of different builds", async () => {
    const bench = await setUpGoverned("mock-model", script);
    const program = join(bench.repository.root, ".baton/bin/baton.mjs");
    writeFileSync(program, readFileSync(program, "utf8").replace(/(batonParts\(\)\{\/\*)./, "$1x"));
    expect(await bench.exec(request)).toMatchObject({ exitCode: 0, lastMessage: expect.stringContaining("Stop:") });
    expect(logOf(bench)).toContain("hook.mjs and the baton.mjs beside it are of different builds");
  });

  const oldNode = ["/usr/bin/node", "/usr/local/bin/node"].find(
    (path) => existsSync(path) && /^v20\./.test(execFileSync(path, ["--version"], { encoding: "utf8" })),
  );

  test.skipIf(oldNode === undefined)("with a Node that keeps no runs: what needs none is held", async () => {
    const bench = await setUpGoverned("mock-model", script);
    const common = { session_id: "01a1fbfc-9141-7fc3-b7ad-5c7db7524451", cwd: bench.repository.root };
    const hook = (event: string, fields: object): string =>
      execFileSync(String(oldNode), [batonProgram, "hook", event], {
        input: JSON.stringify({ ...common, hook_event_name: event, ...fields }),
        encoding: "utf8",
      });

    expect(hook("UserPromptSubmit", { prompt: request })).toBe("");
    const inherits = { agent_type: "requirement-analyzer", message: "Analyze.", fork_context: true };
    expect(hook("PreToolUse", { tool_name: "spawn_agent", tool_input: inherits, tool_use_id: "call_1" })).toContain(
      "[team/inherited-conversation]",
    );
    const agent = { agent_id: "01a1fbfc-9141-7fc3-b7ad-5c7db7524452", agent_type: "requirement-analyzer" };
    expect(hook("SubagentStop", { ...agent, last_assistant_message: "prose" })).toContain('"decision":"block"');
    expect(hook("Stop", { last_assistant_message: "Done." })).toBe("");
    expect(logOf(bench)).toContain("[run/old-node]");
    expect(logOf(bench).trim().split("\n")).toHaveLength(1);
  });
});
