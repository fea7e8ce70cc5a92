import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { inOwnName } from "../../src/cli/own-name.ts";
import { baton, fakeIo } from "../helpers/fake-io.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import { makeRepository } from "./support/repository.ts";

/** A directory for `PATH`, in which there is a program of that name. */
function having(name: string, folder = "bin"): string {
  const directory = join(temporaryFiles({}), folder);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, name), "");
  chmodSync(join(directory, name), 0o755);
  return directory;
}

function named(text: string, env: Record<string, string>): string {
  return inOwnName(fakeIo({ program: "/x/baton.mjs", env }).io, text);
}

test("a command is baton where the person's shell finds it", () => {
  expect(named("run baton install", { PATH: having("baton") })).toBe("run baton install");
});

test("a command is called by npx where it does not", () => {
  expect(named("run baton install, then baton trust", { PATH: having("codex") })).toBe(
    "run npx codex-baton install, then npx codex-baton trust",
  );
});

test("what npm puts in front of PATH is not found by the person's shell", () => {
  const PATH = [having("baton", "node_modules/.bin"), having("codex")].join(delimiter);
  expect(named("baton install", { PATH, npm_execpath: "/npm" })).toBe("npx codex-baton install");
});

test("whoever called it by npx is told to go on like that, whatever is on PATH", () => {
  expect(named("baton doctor", { PATH: having("baton"), npm_command: "exec" })).toBe("npx codex-baton doctor");
});

test("Baton's own name, files and paths stay", () => {
  const text = "Baton runs .baton/bin/baton.mjs, node baton.mjs, /opt/baton install and a baton of wood";
  expect(named(text, {})).toBe(text);
});

test("next steps and hints are told in it, and what is printed for programs is not", async () => {
  const { root, home } = makeRepository();
  const outside = { cwd: root, env: { HOME: home }, program: "/x/baton.mjs" };

  const hint = (await baton(["update"], outside)).err;
  const data = JSON.parse((await baton(["update", "--json"], outside)).out);
  const installed = (await baton(["install"], outside)).out;
  const off = (await baton(["hook", "off"], outside)).out;

  expect(hint).toContain("hint: run npx codex-baton install\n");
  expect(data).toMatchObject({ error: { hint: "run baton install" } });
  expect(installed).toContain("1. npx codex-baton trust says what");
  expect(off).toContain("Back again: npx codex-baton hook on\n");
});

test("help shows how a command is called here", async () => {
  const { root, home } = makeRepository();
  const outside = { cwd: root, env: { HOME: home }, program: "/x/baton.mjs" };
  expect((await baton(["--help"], outside)).out).toContain("Usage: npx codex-baton <command> [options]\n");
  expect((await baton(["validate", "--help"], outside)).out).toContain("\n  npx codex-baton validate ");
  expect((await baton(["hook", "--help"], outside)).out).toContain("Usage: npx codex-baton hook <verb> [options]\n");
  expect((await baton(["--help"], { cwd: root, env: {} })).out).toContain("Usage: baton <command> [options]\n");
});
