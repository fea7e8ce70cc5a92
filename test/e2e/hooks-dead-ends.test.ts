import { describe, expect, test } from "vitest";
import { playGoverned } from "./governed.ts";
import { analyzeCode, verifyDesign, writeDesign } from "./plays/expiry/design.ts";
import { analysis, analyze, askScale, calls, requirements } from "./plays/expiry/requirements.ts";
import { await_, call, keep, type Part, start } from "./plays/part.ts";
import { ends, play, turn } from "./plays/play.ts";
import { close, fail, spawn, tool } from "./turn-items.ts";

const tooLong = "Your input exceeds the context window of this model.";

const generations = [
  { model: "mock-model", isFirst: true },
  { model: "gpt-6.1-sol", isFirst: false },
];

describe.each(generations)("with $model", { timeout: 120_000 }, ({ model, isFirst }) => {
  test("a subagent that fails is ended and spawned again, and the flow goes on", async () => {
    const analyzer = analyze(analysis("medium"));
    const end = isFirst ? close(analyzer.task) : tool("interrupt_agent", { target: analyzer.task }, "collaboration");
    const told = await playGoverned({
      model,
      play: play(
        calls,
        start({ ...analyzer, does: [fail(400, tooLong)] }),
        await_(analyzer),
        turn(end),
        start({ ...analyzer, task: "analyze_again", does: [fail(400, tooLong)] }),
        await_({ task: "analyze_again" }),
        call({ ...analyzer, task: "analyze_once_more" }),
        askScale("medium"),
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    expect(told.stoppedInRoot).toEqual([]);
    const { runs } = await told.baton("run", "list");
    expect(runs).toMatchObject([{ status: "waiting_approval", next_action: "stop requirements" }]);
  });

  test("a spawn that Codex refuses is made again, and none is waited for", async () => {
    // The first generation refuses a thread too many, the second a task's name that is taken.
    const refused = ({ agent = "", prompt }: Part) =>
      turn(spawn({ agent, message: prompt, taskName: isFirst ? "one_too_many" : analyzeCode().task }));
    const closed = (task: string) => (isFirst ? turn(close(task)) : []);
    const told = await playGoverned({
      model,
      tables: isFirst ? "[agents]\nmax_threads = 1" : "",
      play: play(
        requirements("medium"),
        keep(analyzeCode()),
        refused(writeDesign()),
        closed(analyzeCode().task),
        keep(writeDesign()),
        refused(verifyDesign),
        ends("The design cannot be verified now. Shall I try again?"),
      ),
    });

    expect(told.bench.model.problems).toEqual([]);
    const outputs = told.bench.model.requests.at(-1)?.toolOutputs.map(({ text }) => text) ?? [];
    expect(outputs.filter((text) => /thread limit reached|already exists/.test(text))).toHaveLength(2);
    expect(told.stoppedInRoot).toEqual([]);
    const { runs } = await told.baton("run", "list");
    expect(runs).toMatchObject([{ next_action: "code-verifier" }]);
  });
});
