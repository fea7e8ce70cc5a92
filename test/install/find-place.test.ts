import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findPlace } from "../../src/install/find-place.ts";

/** A directory with the given empty files; the place found from one of its directories, relative to it. */
function found(files: readonly string[], from: string): string | undefined {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "baton-place-")));
  onTestFinished(() => rmSync(work, { recursive: true }));
  for (const file of files) {
    mkdirSync(dirname(join(work, file)), { recursive: true });
    writeFileSync(join(work, file), "");
  }
  mkdirSync(join(work, from), { recursive: true });
  return findPlace(join(work, from), {}, {})?.root.slice(work.length + 1);
}

it("is the repository's root, from anywhere in it", () => {
  expect(found(["app/.git/HEAD"], "app/src/deep")).toBe("app");
});

it("is a worktree's root, whose .git is a file", () => {
  expect(found(["app/.git"], "app/src")).toBe("app");
});

it("is the nearest install within the repository", () => {
  expect(found(["app/.git/HEAD", "app/packages/one/.baton/manifest.json"], "app/packages/one/src")).toBe(
    "app/packages/one",
  );
});

it("is a repository of its own inside another install's directory", () => {
  expect(found([".baton/manifest.json", "app/.git/HEAD"], "app/src")).toBe("app");
});

it("is an install outside of any repository", () => {
  expect(found(["app/.baton/manifest.json"], "app/src")).toBe("app");
});

it("is nothing outside of both", () => {
  expect(found([], "app")).toBeUndefined();
});

it("is no file", () => {
  const failure = { code: "cli/usage", message: `"${import.meta.filename}" is a file, not a directory` };
  expect(() => findPlace("/", {}, { directory: import.meta.filename })).toThrow(expect.objectContaining(failure));
});

it("is the user's for --user", () => {
  const place = findPlace("/x", { HOME: "/home/me", CODEX_HOME: "/codex" }, { user: true });
  expect(place).toMatchObject({ scope: "user", root: "/codex", mounts: { ".agents": { base: "/home/me" } } });
});
