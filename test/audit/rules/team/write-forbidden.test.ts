import { expect, test } from "vitest";
import { found } from "../../support/audited.ts";
import { analyzed } from "../../support/runs.ts";
import { answer, changed, command, type Passage, spawn, step } from "../../support/story.ts";

const doing = (...does: readonly Passage[]): Passage => [
  analyzed(),
  spawn("codebase-analyzer"),
  does,
  answer("codebase-analyzer"),
];
const by = "codebase-analyzer";

test("finds a patch of an agent that may not write", async () => {
  expect(await found(doing(changed(["src/a.ts", "src/b.ts", "src/a.ts"], { by })))).toEqual([
    'files_changed of codebase-analyzer :8 team/write-forbidden: "codebase-analyzer" may not write and changes "src/a.ts" and 1 more',
  ]);
});

test.each([
  ["echo notes > docs/notes.md", "docs/notes.md"],
  ["sed -i s/a/b/ src/a.ts", "src/a.ts"],
  ["git stash", "git stash"],
])("finds what its shell writes: %s", async (text, what) => {
  expect(await found(doing(command(text, { by })))).toEqual([
    `command of codebase-analyzer :8 team/write-forbidden: "codebase-analyzer" may not write and changes "${what}"`,
  ]);
});

test("says that a hook stopped it", async () => {
  expect(await found(doing(changed(["src/a.ts"], { by, refused: "codebase-analyzer may not write" })))).toEqual([
    expect.stringMatching(/^stopped files_changed of codebase-analyzer :8 team\/write-forbidden/),
  ]);
});

test("reading, running tests and scratch files are no writing", async () => {
  const harmless = ["cat src/a.ts", "rg expires src", "npm test 2>&1 | tail -5", "git diff HEAD~1 > /tmp/diff"];
  expect(await found(doing(harmless.map((text) => command(text, { by }))))).toEqual([]);
});

test("an agent that may write writes", async () => {
  const designing = [
    spawn("technical-designer"),
    changed(["docs/design/session-expiry-design.md"], { by: "technical-designer" }),
  ];
  expect(await found(analyzed(), step("codebase-analyzer"), designing, answer("technical-designer"))).toEqual([]);
});
