import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { codexProgram, runDoctor } from "./doctor-run.ts";
import { runBaton } from "./install-baton.ts";
import type { ModelScript } from "./model-script.ts";
import { agentActor, orchestrate } from "./plays/agent-step.ts";
import { requirements, sessionProject } from "./plays/session-expiry.ts";
import { say } from "./turn-items.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

const good = requirements.answers[0] ?? "";

/** An agent that answers badly first, in an orchestrated step whose answer is the last thing said. */
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

/** Runs `baton trust` as a person in a terminal of their own would: this test may run in an agent's shell. */
function trust(bench: Workbench, ...words: readonly string[]): ReturnType<typeof baton> {
  const outside = { cwd: bench.repository.root, env: bench.home.env };
  return baton(["trust", ...words, ...(words.includes("--remove") ? [] : ["--codex", codexProgram])], outside);
}

describe("baton trust, with the real Codex", { timeout: 60_000 }, () => {
  test("hooks are skipped after an install, and run without any bypass once they are trusted", async () => {
    const bench = await setUpWorkbench({ files: sessionProject, script: play("first", "second", good) });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

    const silent = await bench.exec("Start");
    const trusted = await trust(bench, "--yes");
    const held = await bench.exec("Start");

    expect(silent.lastMessage).toBe("first");
    expect(trusted).toMatchObject({ status: 0, err: "" });
    expect(trusted.out).toContain("Codex runs all 7 from the next session on.");
    expect(JSON.parse(held.lastMessage)).toEqual(good);
  });
});
