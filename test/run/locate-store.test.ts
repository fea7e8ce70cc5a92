import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { locateStore } from "../../src/run/store/locate-store.ts";
import { failureOf } from "./support/desk.ts";
import { temporaryDirectory } from "./support/temporary-directory.ts";

const directory = realpathSync(temporaryDirectory());
let count = 0;

function git(cwd: string, ...words: string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "protocol.file.allow=always"];
  execFileSync("git", [...identity, ...words], { cwd, stdio: "ignore" });
}

function repository(): string {
  const root = join(directory, String(count++), "project");
  mkdirSync(root, { recursive: true });
  git(root, "init", "-q", ".");
  git(root, "commit", "-q", "--allow-empty", "-m", "first");
  return root;
}

test("it is in the repository, from whatever sub-directory", () => {
  const root = repository();
  mkdirSync(join(root, "packages/app/src"), { recursive: true });
  const place = { checkout: root, file: join(root, ".baton/runs.db") };
  expect(locateStore(root)).toEqual(place);
  expect(locateStore(join(root, "packages/app/src"))).toEqual(place);
});

test("every worktree has the main checkout's", () => {
  const root = repository();
  git(root, "worktree", "add", "-q", "../tree", "-b", "other");
  const tree = join(root, "../tree");
  mkdirSync(join(tree, "deep"));
  expect(locateStore(join(tree, "deep"))).toEqual({ checkout: tree, file: join(root, ".baton/runs.db") });
});

test("a submodule has its own, its worktrees too", () => {
  const [outer, inner] = [repository(), repository()];
  git(outer, "submodule", "add", "-q", inner, "part");
  const part = join(outer, "part");
  expect(locateStore(part)).toEqual({ checkout: part, file: join(part, ".baton/runs.db") });
  git(part, "worktree", "add", "-q", "../../part-tree", "-b", "other");
  expect(locateStore(join(outer, "../part-tree")).file).toBe(join(part, ".baton/runs.db"));
});

test("the worktrees of a bare repository share one beside its objects", () => {
  const root = join(directory, String(count++));
  mkdirSync(root);
  git(root, "clone", "-q", "--bare", repository(), "bare.git");
  for (const name of ["one", "two"]) git(join(root, "bare.git"), "worktree", "add", "-q", `../${name}`, "-b", name);
  const file = join(root, "bare.git/.baton/runs.db");
  for (const name of ["one", "two"])
    expect(locateStore(join(root, name))).toEqual({ checkout: join(root, name), file });
});

test("outside a repository it says so", async () => {
  expect(await failureOf(() => locateStore(directory))).toMatchObject({
    code: "run/no-repository",
    hint: expect.stringContaining("git init"),
  });
});
