import { expect, test } from "vitest";
import { emptyCase } from "../../../../src/audit/case.ts";
import { evolveCase } from "../../../../src/audit/evolve-case.ts";
import { missingPath } from "../../../../src/audit/rules/handoff/missing-path.ts";
import { shipped } from "../../../helpers/shipped-rules.ts";
import { found } from "../../support/audited.ts";
import { briefed, passed, promptOf } from "../../support/briefed.ts";
import { analyzed } from "../../support/runs.ts";
import { answer, changed, command, type Passage, person, spawn, step, told } from "../../support/story.ts";

const { design_path, requirement_analysis } = passed;
const written: Passage = [analyzed(), step("codebase-analyzer"), step("technical-designer")];
const other = "docs/design/another-design.md";
const missing = (agent: string, path: string, name: string): string[] => [
  expect.stringMatching(
    `^spawn :\\d+ handoff/missing-path: "${agent}" is given "${path}" as ${name}, which does not exist$`,
  ),
];

test("finds a path that nobody wrote, where another goes by its name", async () => {
  expect(await found(written, briefed("code-verifier", { design_path: other }))).toEqual(
    missing("code-verifier", other, "design_path"),
  );
});

test.each<[string, Passage]>([
  ["the author's", []],
  ["one an agent was seen to write", changed([other], { by: "technical-designer" })],
  ["one a person spoke of", person(`Keep ${other} in mind.`)],
])("a path is silent that is %s", async (_, before) => {
  const path = Array.isArray(before) ? design_path : other;
  const codes = await found(written, before, briefed("code-verifier", { design_path: `${path} and ${design_path}` }));
  expect(codes).toEqual([]);
});

test("a path under no handoff's name is nobody's business", async () => {
  expect(await found(written, briefed("code-verifier", { design_path, look_at: other }))).toEqual([]);
});

test("finds a path that its agent did not find, whoever named it", async () => {
  const looks = command(`cat ${design_path}`, {
    by: "code-verifier",
    exitCode: 1,
    output: `cat: ${design_path}: No such file or directory\n`,
  });
  const events = [spawn("code-verifier", { prompt: promptOf({ design_path }) }), looks, answer("code-verifier")];
  expect(await found(written, events)).toEqual(missing("code-verifier", design_path, "design_path"));
});

test("a file that an agent did not find, and was not given, is its own affair", async () => {
  const looks = command("cat src/clock.ts", {
    by: "code-verifier",
    output: "cat: src/clock.ts: No such file or directory",
  });
  const events = [spawn("code-verifier", { prompt: promptOf({ design_path }) }), looks, answer("code-verifier")];
  expect(await found(written, events)).toEqual([]);
});

test("a path that stands for another is not also something undelivered", async () => {
  const prompt = { requirement_analysis, design_path: other };
  expect(await found(written, briefed("code-verifier", prompt))).toHaveLength(1);
});

const course = {
  flow: (await shipped.flowOf("recipe-implement"))?.flow ?? expect.fail("the flow is not there"),
  contract: shipped.contract,
};

/** What the rule says of the last event while the session runs, when only these files are there. */
function saidLive(files: readonly string[], ...passages: readonly Passage[]): string[] {
  const { events } = told(...passages);
  const last = events.at(-1) ?? expect.fail("nothing happens");
  const before = events.slice(0, -1).reduce((state, event) => evolveCase(course, state, event).after, emptyCase);
  const faults = missingPath.check({ event: last, before, course, exists: (path) => files.includes(path) });
  return [faults ?? []].flat().map(({ message }) => message);
}

test("while a session runs, the files themselves decide", () => {
  const start = spawn("code-verifier", { prompt: promptOf({ design_path: `${design_path}, ${other}` }) });
  expect(saidLive([design_path], start)).toEqual([
    `"code-verifier" is given "${other}" as design_path, which does not exist`,
  ]);
  expect(saidLive([design_path, other], start)).toEqual([]);
  expect(saidLive([], spawn("code-verifier"))).toEqual([]);
});
