import { describe, expect, test } from "vitest";
import { runBaton } from "./install-baton.ts";
import type { ModelScript } from "./model-script.ts";
import { agentActor, orchestrate } from "./plays/agent-step.ts";
import { requirements, sessionProject } from "./plays/session-expiry.ts";
import { say } from "./turn-items.ts";
import { setUpWorkbench } from "./workbench.ts";

const good = requirements.answers[0] ?? "";

function play(...answers: readonly (typeof good)[]): ModelScript {
  const step = { ...requirements, answers };
  return [
    agentActor(step),
    {
      name: "root",
      when: { role: "root" },
      turns: [...orchestrate(step), say((request) => request.answers.get(step.taskName) ?? "")],
    },
  ];
}

describe.each(["mock-model", "gpt-6.1-sol"])("with %s", { timeout: 30_000 }, (model) => {
  test("an answer that breaks its schema is sent back with the findings before the orchestrator sees it", async () => {
    const bench = await setUpWorkbench({
      model,
      files: sessionProject,
      script: play("I think this is a medium change.", good),
    });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

    const run = await bench.exec("Start", "--dangerously-bypass-hook-trust");

    expect(bench.model.problems).toEqual([]);
    expect(JSON.parse(run.lastMessage)).toEqual(good);
    const [, second] = bench.model.requests.filter((request) => request.agentType === "requirement-analyzer");
    expect(second?.userTexts.join("\n")).toContain("the answer holds no JSON object [response/no-json]");
  });

  test("an answer that stays broken is let through after two corrections", async () => {
    const bench = await setUpWorkbench({ model, files: sessionProject, script: play("one", "two", "three") });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

    const run = await bench.exec("Start", "--dangerously-bypass-hook-trust");

    expect(bench.model.problems).toEqual([]);
    expect(run.lastMessage).toBe("three");
  });
});
