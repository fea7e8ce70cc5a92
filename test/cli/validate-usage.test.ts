import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const good = '{"status": "approved"}';
const files = { "answer.txt": good, "Answer.json": good, "empty/readme.md": "", "dir/a.txt": good };

test.each([
  [
    "nothing",
    [],
    2,
    "baton: error: no answer was given [cli/usage]\n  hint: name a file, a directory, or pass --stdin\n",
  ],
  [
    "standard input and a file",
    ["answer.txt", "--stdin"],
    2,
    "baton: error: --stdin and files exclude each other [cli/usage]\n  hint: leave one of them out\n",
  ],
  [
    "a directory without answers",
    ["empty"],
    2,
    'baton: error: there is no .json file in "empty" [cli/usage]\n  hint: name a directory that holds answers\n',
  ],
  [
    "a file that names no agent",
    ["answer.txt"],
    2,
    "answer.txt: error: nothing says which agent gave this answer [response/agent-unnamed]\n  hint: pass --agent <name>, or name the file <agent>.json\n",
  ],
  [
    "a file whose name is none of an agent",
    ["Answer.json"],
    2,
    "Answer.json: error: nothing says which agent gave this answer [response/agent-unnamed]\n  hint: pass --agent <name>, or name the file <agent>.json\n",
  ],
  [
    "a file that is not there",
    ["none.json"],
    3,
    "none.json: error: there is no such file [parse/unreadable]\n  hint: check the path\n",
  ],
  [
    "something below a file",
    ["answer.txt/a.json"],
    3,
    "answer.txt/a.json: error: there is no such file [parse/unreadable]\n  hint: check the path\n",
  ],
  [
    "a link that leads in a circle",
    ["loop"],
    3,
    "loop: error: it cannot be read (ELOOP) [parse/unreadable]\n  hint: check the path\n",
  ],
  [
    "an agent without a name",
    ["answer.txt", "--agent"],
    2,
    "baton: error: option '--agent <name>' argument missing [cli/usage]\n  hint: baton validate --help shows how it is called\n",
  ],
  [
    "an option nobody knows",
    ["answer.txt", "--agnet", "x"],
    2,
    "baton: error: unknown option '--agnet' [cli/usage]\n  hint: did you mean --agent?\n",
  ],
  [
    "a format nobody knows",
    ["answer.txt", "--format", "xml"],
    2,
    "baton: error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, sarif, junit, github [cli/usage]\n  hint: baton validate --help shows how it is called\n",
  ],
])("%s: a clear line on standard error, nothing on standard output", async (_, words, status, err) => {
  const cwd = temporaryFiles(files);
  symlinkSync("loop", join(cwd, "loop"));
  expect(await baton(["validate", ...words], { cwd })).toEqual({ status, out: "", err });
});

test("a file over four megabytes is refused before it is read", async () => {
  const cwd = temporaryFiles({ "quality-fixer.json": "x".repeat(4_000_001) });
  expect(await baton(["validate", "quality-fixer.json"], { cwd })).toMatchObject({
    status: 3,
    err: "quality-fixer.json: error: 4000001 bytes, more than the 4000000 allowed [parse/too-large]\n",
  });
});

test("a broken contract of the project stops the check, with its line", async () => {
  const cwd = temporaryFiles({
    "quality-fixer.json": good,
    ".baton/contract.yaml": "version: 1\nlimits: { revisions: 9 }\n",
  });
  expect(await baton(["validate", "quality-fixer.json"], { cwd })).toEqual({
    status: 3,
    out: "",
    err: `.baton/contract.yaml:2:22: error: "revisions" is 9, more than the 2 it extends [contract/loosened]
  2 | limits: { revisions: 9 }
    |                      ^
  hint: use 2 or less
`,
  });
});
