import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { codexProgram } from "./doctor-run.ts";
import { runBaton } from "./install-baton.ts";
import type { ModelScript } from "./model-script.ts";
import { close, followUp, say, shell, spawn, wait } from "./turn-items.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

/** An orchestrator that spawns, waits, speaks to its subagent again, closes it, and runs a command of its own. */
const script: ModelScript = [
  { name: "helper", when: { role: "subagent" }, turns: [shell("true"), say("once"), say("twice")] },
  {
    name: "root",
    when: { role: "root" },
    turns: [
      spawn({ taskName: "help", message: "Help." }),
      wait(),
      followUp("help", "Once more."),
      wait(),
      close("help"),
      shell("echo done"),
      say("Done."),
    ],
  },
];

/** Puts a program in the place of Baton's that notes what Codex calls it for: trust is for the command, not for it. */
async function setUpTracing(model: string): Promise<{ readonly bench: Workbench; readonly calls: () => string[] }> {
  const bench = await setUpWorkbench({ model, script });
  const { root } = bench.repository;
  await runBaton(root, bench.home.env, "install", "--yes");
  const trace = join(bench.home.userPath, "trace");
  writeFileSync(
    join(root, ".baton/bin/hook.mjs"),
    `import { appendFileSync, readFileSync } from "node:fs";
const [, , event] = process.argv;
const { tool_name: tool, agent_type: agent } = JSON.parse(readFileSync(0, "utf8"));
appendFileSync(${JSON.stringify(trace)}, [event, tool, agent && "in a child"].filter(Boolean).join(" ") + "\\n");\n`,
  );
  return { bench, calls: () => (existsSync(trace) ? readFileSync(trace, "utf8").trim().split("\n") : []) };
}

const generations = [
  {
    model: "mock-model",
    tools: ["spawn_agent", "multi_agent_v1wait_agent", "multi_agent_v1send_input", "multi_agent_v1close_agent"],
  },
  {
    model: "gpt-6.1-sol",
    tools: ["collaborationspawn_agent", "collaborationwait_agent", "collaborationfollowup_task"],
  },
];

describe.each(generations)("with $model", { timeout: 60_000 }, ({ model, tools }) => {
  test("no hook runs before baton trust, and after it every event calls Baton", async () => {
    const { bench, calls } = await setUpTracing(model);

    await bench.exec("Start");
    const before = calls();
    const trusted = await baton(["trust", "--yes", "--codex", codexProgram], {
      cwd: bench.repository.root,
      env: bench.home.env,
    });
    const run = await bench.exec("Start");

    expect(before).toEqual([]);
    expect(trusted.status).toBe(0);
    expect(run.lastMessage).toBe("Done.");
    const seen = new Set(calls());
    const around = [...tools, "Bash"].flatMap((tool) => [`PreToolUse ${tool}`, `PostToolUse ${tool}`]);
    for (const call of [...around, "PreToolUse Bash in a child", "SessionStart", "UserPromptSubmit", "Stop"]) {
      expect(seen).toContain(call);
    }
    expect(seen).toContain("SubagentStart in a child");
    expect(seen).toContain("SubagentStop in a child");
  });
});
