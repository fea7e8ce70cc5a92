import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runBaton } from "./install-baton.ts";
import { mediumEnds, mediumFlow, mediumMessages, mediumSteps } from "./plays/medium-flow.ts";
import { sessionProject } from "./plays/session-expiry.ts";
import { verdictsIn } from "./plays/verdicts.ts";
import { say } from "./turn-items.ts";
import { setUpWorkbench, type Workbench } from "./workbench.ts";

const generations = ["mock-model", "gpt-6.1-sol"] as const;

async function setUpInstalled(
  model: string,
  script: Parameters<typeof setUpWorkbench>[0]["script"],
): Promise<Workbench> {
  const bench = await setUpWorkbench({ model, script, files: sessionProject, withSpaces: true });
  await runBaton(bench.repository.root, bench.home.env, "install", "--yes");
  return bench;
}

test.each(generations)(
  "every agent of the pack can be spawned once it is installed (%s)",
  { timeout: 30_000 },
  async (model) => {
    const bench = await setUpInstalled(model, [{ name: "root", when: { role: "root" }, turns: [say("ready")] }]);

    await bench.exec("Start");

    const pack = readdirSync(join(import.meta.dirname, "../../agents")).map((name) => name.replace(/\.toml$/, ""));
    expect(bench.model.requests[0]?.roles.map(({ name }) => name)).toEqual(expect.arrayContaining(pack));
  },
);

test.each(generations)(
  "the medium flow runs from the request to the report, a person's word at each stop (%s)",
  { timeout: 90_000 },
  async (model) => {
    const bench = await setUpInstalled(model, mediumFlow);

    const first = await bench.exec(mediumMessages[0]);
    const runs = [first];
    for (const message of mediumMessages.slice(1)) runs.push(await bench.resume(first.threadId, message));

    expect(bench.model.problems).toEqual([]);
    expect(runs.map((run) => run.exitCode)).toEqual([0, 0, 0, 0]);
    for (const [turn, end] of mediumEnds.entries()) expect(runs[turn]?.lastMessage).toContain(end);
    const [opening] = bench.model.requests;
    expect(opening?.userTexts.join("\n")).toContain("<name>recipe-implement</name>");
    expect(opening?.userTexts.join("\n")).toContain("**Stop: requirements.**");
    const orchestrator = bench.model.requests.filter((request) => request.actor === "orchestrator");
    expect(verdictsIn(orchestrator.at(-1))).toEqual(
      mediumSteps.map(() => expect.objectContaining({ valid: true, route: "proceed" })),
    );
    for (const { agent } of mediumSteps) {
      const child = bench.model.requests.find((request) => request.agentType === agent);
      expect(child?.developerText, agent).toContain("## Answer\nYour final message is this JSON object alone");
    }
    expect(await bench.repository.git("log", "--format=%s")).toContain(
      "Reject expired session tokens\nPlan the rejection",
    );
  },
);
