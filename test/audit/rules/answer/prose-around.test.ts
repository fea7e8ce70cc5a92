import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import { answerText, saying, spawn, step, turnEnded } from "../../support/story.ts";

const json = answerText("codebase-analyzer");

test.each([
  ["before", `Here is what I found: ${json}`],
  ["after", `${json}\n\nTell me if you need more.`],
])("finds prose %s the JSON of an answer", async (where, text) => {
  expect(
    await found(analyzed(), spawn("codebase-analyzer"), saying("codebase-analyzer", text), step("technical-designer")),
  ).toEqual([
    `answer of codebase-analyzer :8 answer/prose-around: "codebase-analyzer" answers with more than its JSON object; prose stands ${where} the payload`,
  ]);
});

test("prose around JSON that does not fit is an answer that breaks its schema", async () => {
  expect(
    await found(
      analyzed(),
      spawn("codebase-analyzer"),
      saying("codebase-analyzer", "Here: {}"),
      step("technical-designer"),
    ),
  ).toEqual([expect.stringContaining("answer/breaks-schema")]);
});

test("a code fence is no prose", async () => {
  const fenced = `\`\`\`json\n${json}\n\`\`\``;
  expect(
    await found(
      analyzed(),
      spawn("codebase-analyzer"),
      saying("codebase-analyzer", fenced),
      step("technical-designer"),
    ),
  ).toEqual([]);
});

test("an agent of no contract answers as it likes", async () => {
  const lines = await found(
    analyzed(),
    spawn("explorer"),
    saying("explorer", "verify has no callers."),
    turnEnded("Go on?"),
  );
  expect(lines).toEqual([expect.stringContaining("flow/foreign-agent")]);
});
