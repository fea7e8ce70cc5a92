import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { type AgentCase, emptyCase } from "../../src/audit/case.ts";
import type { Followed } from "../../src/hooks/run/observe-command.ts";
import { stateWords } from "../../src/hooks/run/state-words.ts";
import { loadShipped } from "../../src/pack/shipped.ts";
import type { Step } from "../../src/run/step.ts";

/** A run in which everything that somebody else wrote is this text. */
async function runOf(text: string): Promise<Followed> {
  const shipped = await loadShipped();
  const flow = (await shipped.flowOf("recipe-implement"))?.flow;
  if (flow === undefined) throw new Error("the recipe has no flow");
  const node = { id: text, type: "agent_task", agent: text, comment: text, passes: [], edges: [] } as const;
  const agent = { type: text, name: text, status: "running", inFlow: false } as unknown as AgentCase;
  const condition = { text, resolved: false, document: text } as unknown as (typeof emptyCase.conditions)[number];
  const positions = [{ tokens: [{ node: text, state: "ready" }], variables: {}, revisions: {} }] as const;
  const steps = Array.from({ length: 9 }, () => ({ key: text, status: "completed" }) as Step);
  const run = { id: "wfr_Cmaa3wbd", goal: text, state: { plan: { path: text, sha256: "" } } };
  return {
    course: { flow: { ...flow, nodes: new Map([[text, node]]) }, contract: shipped.contract },
    state: {
      ...emptyCase,
      positions,
      conditions: [condition, condition, condition, condition],
      agents: new Map([1, 2, 3, 4, 5, 6].map((id) => [String(id), agent])),
    },
    sentOn: new Map(),
    last: { seq: 1, hash: "" },
    read: 1,
    run: { run, steps } as unknown as Followed["run"],
  };
}

test.each([
  ["prose", "The tolerated clock skew is stated in the design document, and every refusal is logged with its reason. "],
  ["a jumble of letters", "qzxjkvwqhzpfbgmtydcrlnsu"],
  ["digits", "8301947526"],
  ["punctuation", "}{)(~`|\\^%$#@!&*;:'\"<>?/"],
  ["another script", "東京都で期限切れのトークンを拒否する"],
  ["a rare script", "ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾ"],
  ["emoji", "🧑‍🚀🏳️‍🌈👩‍👩‍👧‍👦🫠"],
  ["line ends", "\n\n\r\n\t"],
])("takes less than 400 tokens of a run that holds a lot of %s", async (_, text) => {
  const words = stateWords(await runOf(text.repeat(200)), text.repeat(20), () => null);
  expect(countTokens(words)).toBeLessThan(400);
});

test("tells the whole of a goal of usual length", async () => {
  const goal = "Reject expired session tokens with a 401, and log each refusal with its reason.";
  expect(stateWords(await runOf(goal), "recipe-implement", () => null)).toContain(`goal: ${goal}\n`);
});
