import { expect, test } from "vitest";
import { processorMs } from "../helpers/processor-ms.ts";
import { found } from "./support/audited.ts";
import { promptOf } from "./support/briefed.ts";
import { analyzed } from "./support/runs.ts";
import { answer, changed, command, type Passage, spawn, step } from "./support/story.ts";

const many = (count: number, path: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => path(at));

test.each<[string, Passage]>([
  [
    "files that share one name",
    [
      changed(many(20_000, (at) => `a${at}/x.ts`)),
      command(`git commit -m x ${many(15_000, (at) => `b${at}/x.ts`).join(" ")}`),
    ],
  ],
  ["a patch after another", many(3_000, (at) => `src/${at}.ts`).map((path) => changed([path]))],
  [
    "a name without an end",
    [spawn("codebase-analyzer", { prompt: "requirement_analysis/".repeat(50_000) }), answer("codebase-analyzer")],
  ],
  [
    "paths without an end",
    [spawn("codebase-analyzer", { prompt: promptOf({ prd_path: "a/".repeat(500_000) }) }), answer("codebase-analyzer")],
  ],
  [
    "files that are not there",
    [
      spawn("codebase-analyzer", { prompt: promptOf({ prd_path: "a.md" }) }),
      ...many(2_000, (at) => `a${at}.md: No such file or directory`).map((output) =>
        command("cat x", { by: "codebase-analyzer", output }),
      ),
      answer("codebase-analyzer"),
    ],
  ],
])("a session with %s is audited in its time", async (_, events) => {
  const since = process.cpuUsage();
  await found(analyzed(), events, step("technical-designer"));
  expect(processorMs(since)).toBeLessThan(10_000);
});
