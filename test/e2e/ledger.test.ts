import { expect, test } from "vitest";
import { runBaton } from "./install-baton.ts";
import { mcp, say } from "./turn-items.ts";
import { setUpWorkbench } from "./workbench.ts";

test.each([
  ["mock-model", "workspace-write"],
  ["mock-model", "danger-full-access"],
  ["gpt-6.1-sol", "workspace-write"],
  ["gpt-6.1-sol", "danger-full-access"],
] as const)("Codex keeps a run through the server it started (%s, %s)", { timeout: 30_000 }, async (model, sandbox) => {
  const bench = await setUpWorkbench({
    model,
    sandbox,
    script: [
      {
        name: "root",
        when: { role: "root" },
        turns: [
          mcp("baton", "workflow_open", {
            goal: "Publish",
            owner: "codex",
            steps: [{ key: "doctor" }, { key: "publish" }],
          }),
          mcp("baton", "workflow_list", {}),
          say("done"),
        ],
      },
    ],
  });
  await runBaton(bench.repository.root, bench.home.env, "install", "--yes");

  const run = await bench.exec("Start");

  expect(run).toMatchObject({ exitCode: 0, lastMessage: "done" });
  const { runs } = JSON.parse(await runBaton(bench.repository.root, bench.home.env, "run", "list", "--json")) as {
    runs: object[];
  };
  expect(runs).toMatchObject([{ goal: "Publish", owner: "codex", status: "pending" }]);
});
