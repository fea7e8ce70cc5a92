import { expect, test } from "vitest";
import { runBaton } from "./install-baton.ts";
import { mediumEnds, mediumFlow, mediumMessages } from "./plays/medium-flow.ts";
import { sessionProject } from "./plays/session-expiry.ts";
import { trustHooks } from "./trust-hooks.ts";
import { setUpWorkbench } from "./workbench.ts";

interface Step {
  readonly key: string;
  readonly status: string;
  readonly approval: { readonly status: string; readonly decided_by: string; readonly words: string } | null;
}

test.each(["mock-model", "gpt-6.1-sol"])(
  "a session that keeps to the recipe is not disturbed, and its run keeps itself (%s)",
  { timeout: 120_000 },
  async (model) => {
    const bench = await setUpWorkbench({ model, files: sessionProject, script: mediumFlow, withSpaces: true });
    await runBaton(bench.repository.root, bench.home.env, "install", "--yes");
    await bench.repository.git("add", "--all");
    await bench.repository.git("commit", "--quiet", "--message", "Install Baton");
    await trustHooks(bench);

    const first = await bench.exec(mediumMessages[0]);
    const turns = [first];
    for (const message of mediumMessages.slice(1)) turns.push(await bench.resume(first.threadId, message));

    expect(bench.model.problems).toEqual([]);
    const texts = bench.model.requests.flatMap(({ input }) => JSON.stringify(input));
    expect(
      texts.filter((text) => text.includes("blocked by PreToolUse hook") || text.includes("<hook_prompt")),
    ).toEqual([]);
    for (const [turn, end] of mediumEnds.entries()) expect(turns[turn]?.lastMessage).toContain(end);
    const analyzer = bench.model.requests.find((one) => one.agentType === "codebase-analyzer");
    expect(analyzer?.developerText).toMatch(
      /<baton_handoff names="requirement_analysis requirements">[\s\S]*"scale":"medium"[\s\S]*<\/baton_handoff>/,
    );
    const json = async (...words: string[]) =>
      JSON.parse(await runBaton(bench.repository.root, bench.home.env, "run", ...words, "--json"));
    const [run] = (await json("list", "--include-ended")).runs;
    expect(run).toMatchObject({ status: "completed", goal: "Reject expired session tokens with a 401." });
    const { steps } = (await json("get", run.run_id)) as { steps: Step[] };
    const approvals = steps.filter((step) => step.approval !== null && step.status === "completed");
    expect(approvals.map((step) => step.approval?.words)).toEqual(mediumMessages.slice(1));
  },
);
