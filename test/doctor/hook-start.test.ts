import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { HookStart } from "../../src/doctor/facts.ts";
import { hookStart } from "../../src/doctor/hook-start.ts";
import { surroundingsOf } from "../../src/doctor/surroundings.ts";
import { type Place, projectPlace, userPlace } from "../../src/install/place.ts";

/** A directory of the test's own, outside of any repository. */
function directory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "hook-start-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync("git", args, { cwd, stdio: "ignore" });
}

async function started(place: Place, cwd = place.root, more: NodeJS.ProcessEnv = {}): Promise<HookStart | undefined> {
  const env = { PATH: process.env["PATH"], HOME: place.root, ...more };
  return hookStart(surroundingsOf(place, cwd, env), env, new AbortController().signal);
}

test("an install at a repository's root is where its hooks lead, from any directory of it", async () => {
  const root = directory();
  git(root, "init", "-q");
  mkdirSync(join(root, "src"));

  expect(await started(projectPlace(root), join(root, "src"))).toEqual({ leads: "here" });
});

test("an install in a directory of a repository is not", async () => {
  const root = directory();
  git(root, "init", "-q");
  mkdirSync(join(root, "app"));

  expect(await started(projectPlace(join(root, "app")))).toEqual({ leads: "elsewhere", root });
});

test("in a linked work tree the hooks lead to the work tree's own install", async () => {
  const root = directory();
  const tree = join(directory(), "tree");
  git(root, "init", "-q");
  git(root, ...["-c", "user.name=t", "-c", "user.email=t@t"], "commit", "-q", "--allow-empty", "-m", "Start");
  git(root, "worktree", "add", "-q", tree);

  expect(await started(projectPlace(tree))).toEqual({ leads: "here" });
  expect(await started(projectPlace(root))).toEqual({ leads: "here" });
});

test("outside a repository they lead nowhere, and git says why", async () => {
  expect(await started(projectPlace(directory()))).toEqual({
    leads: "nowhere",
    why: expect.stringMatching(/^not a git repository/),
  });
});

test("where git does not trust the owner they lead nowhere", async () => {
  const root = directory();
  git(root, "init", "-q");

  expect(await started(projectPlace(root), root, { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" })).toEqual({
    leads: "nowhere",
    why: `detected dubious ownership in repository at '${root}'`,
  });
});

test("nothing that the repository's configuration names is run", async () => {
  const root = directory();
  git(root, "init", "-q");
  writeFileSync(join(root, "evil"), `#!/bin/sh\ntouch '${root}/ran'\n`);
  chmodSync(join(root, "evil"), 0o755);
  git(root, "config", "core.fsmonitor", join(root, "evil"));
  git(root, "config", "core.hooksPath", root);

  expect(await started(projectPlace(root))).toEqual({ leads: "here" });
  expect(() => realpathSync(join(root, "ran"))).toThrow();
});

test("the hooks of an install for the user ask no git", async () => {
  const home = directory();

  expect(await started(userPlace(home, join(home, ".codex")), home)).toBeUndefined();
});
