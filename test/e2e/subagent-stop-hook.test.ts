import { describe, expect, test } from "vitest";
import { runBaton } from "./install-baton.ts";
import type { ModelRequest } from "./model-request.ts";
import type { ModelScript } from "./model-script.ts";
import { type AgentStep, agentActor, orchestrate } from "./plays/agent-step.ts";
import { requirements, sessionProject } from "./plays/session-expiry.ts";
import { say } from "./turn-items.ts";
import { setUpWorkbench } from "./workbench.ts";

const request = "$recipe-implement Reject expired session tokens with a 401.";
const good = requirements.answers[0] ?? "";

function play(...answers: readonly (typeof good)[]): ModelScript {
  const step = { ...requirements, answers };
  return [
    agentActor(step),
    {
      name: "root",
      when: { role: "root" },
      // What is wrong with the answer sends the turn on once; then it may end.
      turns: [...orchestrate(step), say(answerOf(step)), say(answerOf(step))],
    },
  ];
}

function answerOf(step: AgentStep): (request: ModelRequest) => string {
  return (request) => request.answers.get(step.taskName) ?? "";
}

describe.each(["mock-model", "gpt-6.1-sol"])("with %s", { timeout: 30_000 }, (model) => {
  test("an answer that breaks its schema is sent back with the findings before the orchestrator sees it", async () => {
    const bench = await setUpWorkbench({
      model,
      files: sessionProject,
      script: play("I think this is a medium change.", good),
    });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

    const run = await bench.exec(request, "--dangerously-bypass-hook-trust");

    expect(bench.model.problems).toEqual([]);
    expect(JSON.parse(run.lastMessage)).toEqual(good);
    const [, second] = bench.model.requests.filter((request) => request.agentType === "requirement-analyzer");
    expect(second?.userTexts.join("\n")).toContain("the answer holds no JSON object [response/no-json]");
  });

  test("an answer that stays broken is let through after two corrections", async () => {
    const bench = await setUpWorkbench({ model, files: sessionProject, script: play("one", "two", "three") });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

    const run = await bench.exec(request, "--dangerously-bypass-hook-trust");

    expect(bench.model.problems).toEqual([]);
    expect(run.lastMessage).toBe("three");
  });
});
