import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { ECHO_SERVER } from "./echo-server.ts";
import type { ModelServer } from "./model-server.ts";
import { codexExec } from "./run-codex.ts";
import { readSessions } from "./sessions.ts";
import { close, fail, followUp, mcp, pause, say, shell, spawn, tool, wait } from "./turn-items.ts";
import { setUpWorkbench } from "./workbench.ts";

const CRITIC = `name = "critic"
description = "Reviews a claim."
developer_instructions = "You are the critic. Answer with one JSON object."
`;
const SCOUT = `name = "scout"
description = "Looks around."
developer_instructions = "You are the scout."
`;
const agents = { ".codex/agents/critic.toml": CRITIC, ".codex/agents/scout.toml": SCOUT };
const root = { name: "root", when: { role: "root" } } as const;
const critic = { name: "critic", when: { agent: "critic" } } as const;
const scout = { name: "scout", when: { agent: "scout" } } as const;

const requestsOf = (model: ModelServer, actor: string) => model.requests.filter((request) => request.actor === actor);

describe.each(["mock-model", "gpt-6.1-sol"])("with %s", { timeout: 20_000 }, (model) => {
  test("a custom agent is spawned by its type and its answer reaches the root", async () => {
    const review = { agent: "critic", taskName: "review", message: "Review claim X" };
    const bench = await setUpWorkbench({
      model,
      files: agents,
      script: [
        { ...critic, turns: [say({ verdict: "ok" })] },
        {
          ...root,
          turns: [
            spawn(review),
            wait(),
            close("review"),
            say((request) => `the critic said ${request.answers.get("review")}`),
          ],
        },
      ],
    });

    const run = await bench.exec("Start");

    expect(run).toMatchObject({ exitCode: 0, lastMessage: 'the critic said {"verdict":"ok"}' });
    expect(bench.model.problems).toEqual([]);
    const [first] = requestsOf(bench.model, "root");
    expect(first?.roles.slice(0, 2)).toEqual([
      { name: "critic", description: "Reviews a claim." },
      { name: "scout", description: "Looks around." },
    ]);
    const [child] = requestsOf(bench.model, "critic");
    expect(child).toMatchObject({ isSubagent: true, agentType: "critic", model, turn: 0 });
    expect(child?.developerTexts).toContain("You are the critic. Answer with one JSON object.");
    expect([...(child?.userTexts ?? []), ...(child?.tasks ?? [])]).toContain("Review claim X");
    expect(await readSessions(bench.home.path)).toMatchObject([
      { thread: run.threadId, agentRole: "", parentThread: "" },
      {
        thread: child?.thread,
        agentRole: "critic",
        parentThread: run.threadId,
        rootThread: run.threadId,
      },
    ]);
  });

  test("a wait lasts until every task has answered, and a task can be asked again", async () => {
    const bench = await setUpWorkbench({
      model,
      files: agents,
      script: [
        { ...critic, turns: [[pause(300), say("slow")], say("again")] },
        { ...scout, turns: [say("quick")] },
        {
          ...root,
          turns: [
            [
              spawn({ agent: "critic", taskName: "a", message: "Go" }),
              spawn({ agent: "scout", taskName: "b", message: "Go" }),
            ],
            wait(),
            followUp("a", "Once more"),
            wait({ tasks: ["a"] }),
            say((request) => Object.fromEntries(request.answers)),
          ],
        },
      ],
    });

    const run = await bench.exec("Start");

    expect(bench.model.problems).toEqual([]);
    expect(JSON.parse(run.lastMessage)).toEqual({ a: "again", b: "quick" });
  });

  test("a subagent that is given the history sees what its parent was asked", async () => {
    const bench = await setUpWorkbench({
      model,
      script: [
        { name: "child", when: { role: "subagent" }, turns: [say("done")] },
        {
          ...root,
          turns: [
            spawn({ taskName: "a", message: "Go", withHistory: true }),
            wait(),
            say((request) => request.answers.get("a") ?? "nothing"),
          ],
        },
      ],
    });

    const run = await bench.exec("A secret of the parent");

    expect(run.lastMessage).toBe("done");
    expect(requestsOf(bench.model, "child")[0]?.userTexts).toContain("A secret of the parent");
  });

  test("the failure of a subagent's model reaches the root as its answer", async () => {
    const bench = await setUpWorkbench({
      model,
      files: agents,
      script: [
        { ...critic, turns: [fail(400, "the model is out of order")] },
        {
          ...root,
          turns: [
            spawn({ agent: "critic", taskName: "a", message: "Go" }),
            wait({ once: true }),
            say((request) => request.answers.get("a") ?? "nothing"),
          ],
        },
      ],
    });

    const run = await bench.exec("Start");

    expect(run.lastMessage).toContain("the model is out of order");
  });

  test("a thread continues on resume", async () => {
    const bench = await setUpWorkbench({
      model,
      script: [{ ...root, turns: [say("one"), say("two")] }],
    });

    const first = await bench.exec("First prompt");
    const second = await bench.resume(first.threadId, "Second prompt");

    expect(second).toMatchObject({ exitCode: 0, threadId: first.threadId, lastMessage: "two" });
    expect(bench.model.requests.at(-1)).toMatchObject({ turn: 1, thread: first.threadId });
    expect(bench.model.requests.at(-1)?.userTexts).toEqual(expect.arrayContaining(["First prompt", "Second prompt"]));
  });

  test("a shell command runs in a repository whose path has spaces", async () => {
    const bench = await setUpWorkbench({
      model,
      withSpaces: true,
      script: [{ ...root, turns: [shell("node --version > made.txt && echo done"), say("end")] }],
    });

    const run = await bench.exec("Start");

    expect(run.exitCode).toBe(0);
    expect(bench.model.requests.at(-1)?.toolOutputs.at(-1)?.text).toContain("done");
    const made = await readFile(join(bench.repository.root, "made.txt"), "utf8");
    expect(made.trim()).toBe(process.version);
    expect(await bench.repository.git("status", "--porcelain")).toBe("?? made.txt");
  });

  test("a tool of an MCP server is called", async () => {
    const bench = await setUpWorkbench({
      model,
      files: { "echo.mjs": ECHO_SERVER },
      tables: `[mcp_servers.my-echo]\ncommand = "node"\nargs = ["echo.mjs"]\nrequired = true`,
      script: [{ ...root, turns: [mcp("my-echo", "say-back", { text: "hello" }), say("end")] }],
    });

    await bench.exec("Start");

    expect(bench.model.requests.at(-1)?.toolOutputs.at(-1)?.text).toContain("echo: hello");
  });

  test("a script that runs out of turns is reported, and fails the run", async () => {
    const bench = await setUpWorkbench({ model, script: [{ ...root, turns: [shell("true")] }] });

    const run = await bench.exec("Start");

    expect(run.exitCode).toBe(1);
    expect(bench.model.problems).toEqual([
      'actor "root" ran out of turns after 1: request 1 of the root (last asked "Start")',
    ]);
    expect(bench.model.requests.at(-1)?.reply.status).toBe(500);
  });

  test("a run is killed at its time limit together with its commands", async () => {
    const bench = await setUpWorkbench({
      model,
      script: [{ ...root, turns: [shell("while :; do echo tick >> ticks; sleep 0.1; done")] }],
    });
    const ticks = () => readFile(join(bench.repository.root, "ticks"), "utf8");

    const { home, repository } = bench;
    const run = await codexExec({ home, cwd: repository.root, prompt: "Start", timeoutMs: 4000 });

    expect(run.exitCode).toBeNull();
    const after = await ticks();
    await sleep(400);
    expect(await ticks()).toBe(after);
  });
});

describe("the harness", { timeout: 20_000 }, () => {
  test("a request that no actor answers is reported", async () => {
    const bench = await setUpWorkbench({ script: [{ ...critic, turns: [say("never")] }] });

    const run = await bench.exec("Start");

    expect(run.exitCode).toBe(1);
    expect(bench.model.problems).toEqual(['no actor answers request 0 of the root (last asked "Start")']);
  });

  test("a refused spawn is not waited for", async () => {
    const turns = [spawn({ agent: "nobody", taskName: "a", message: "Go" }), wait(), say("end")];
    const bench = await setUpWorkbench({ files: agents, script: [{ ...root, turns }] });

    const run = await bench.exec("Start");

    expect(run.lastMessage).toBe("end");
    expect(bench.model.requests.at(-1)?.toolOutputs).toMatchObject([
      { name: "spawn_agent", text: "unknown agent_type 'nobody'" },
    ]);
  });

  test("a tool is called by its bare name", async () => {
    const bench = await setUpWorkbench({
      script: [{ ...root, turns: [tool("get_goal"), say("end")] }],
    });

    await bench.exec("Start");

    expect(bench.model.requests.at(-1)?.toolOutputs).toMatchObject([{ name: "get_goal" }]);
  });
});
