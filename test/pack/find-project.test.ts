import { join } from "node:path";
import { expect, test } from "vitest";
import { codexHome, findBatonHome, findRepository, userHome } from "../../src/pack/find-project.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

test.each([
  ["a directory", { ".git/HEAD": "" }],
  ["a file, as in a worktree", { ".git": "gitdir: elsewhere" }],
])("a repository is found from below, its .git being %s", (_, files) => {
  const root = temporaryFiles({ ...files, "a/b/c.txt": "" });
  expect(findRepository(join(root, "a/b"))).toBe(root);
  expect(findRepository(root)).toBe(root);
});

test("the nearest of two nested repositories is found", () => {
  const root = temporaryFiles({ ".git/HEAD": "", "inner/.git": "", "inner/x/y": "" });
  expect(findRepository(join(root, "inner/x"))).toBe(join(root, "inner"));
});

test("Baton's directory is found by its contract, not by its name", () => {
  const root = temporaryFiles({ ".baton/contract.yaml": "", "a/.baton/other": "", "a/b/c": "" });
  expect(findBatonHome(join(root, "a/b"), { HOME: "/nowhere" })).toBe(join(root, ".baton"));
  expect(findBatonHome(temporaryFiles(), { HOME: "/nowhere" })).toBeUndefined();
});

test("a relative start is taken from where the process is", () => {
  expect(findRepository(".")).toBe(findRepository(process.cwd()));
});

test("an empty variable counts as unset", () => {
  expect(codexHome({ CODEX_HOME: "", HOME: "/home/x" })).toBe(join("/home/x", ".codex"));
  expect(codexHome({ CODEX_HOME: "/codex", HOME: "/home/x" })).toBe("/codex");
  expect(userHome({ HOME: "", USERPROFILE: "/users/x" })).toBe("/users/x");
});
