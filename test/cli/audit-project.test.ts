import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { type Step, sessionFile } from "../helpers/session-file.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";

const invoked: Step = { does: "invoke", recipe: "recipe-implement" };
const short: Step = { does: "wait", timeoutMs: 100 };
const session = sessionFile([invoked, short]).text;
const longer = sessionFile([{ does: "say", text: "Hello." }, invoked, short, short]).text;

/** A repository with one session and its `.baton`. */
const repository = (files: Readonly<Record<string, string>> = {}) =>
  temporaryFiles({ ".git/HEAD": "", "s.jsonl": session, ...files });
const codesIn = (out: string): (string | undefined)[] =>
  [...out.matchAll(/\[([a-z]+\/[a-z-]+)\]/g)].map((match) => match[1]);

test("a project's severities decide about findings and the exit status", async () => {
  const asError = repository({ ".baton/audit.yaml": "rules:\n  team/short-wait: error\n" });
  expect((await baton(["audit", "s.jsonl"], { cwd: asError })).status).toBe(1);
  const off = repository({ ".baton/audit.yaml": "rules:\n  team/short-wait: off\n" });
  const { status, out } = await baton(["audit", "s.jsonl", "--max-warnings", "0"], { cwd: off });
  expect({ status, codes: codesIn(out) }).toEqual({ status: 0, codes: [] });
});

test("settings hold in every directory of the repository", async () => {
  const cwd = repository({ ".baton/audit.yaml": "rules:\n  team/short-wait: off\n", "sub/s.jsonl": session });
  expect(codesIn((await baton(["audit", "s.jsonl"], { cwd: join(cwd, "sub") })).out)).toEqual([]);
});

test("broken settings fail with every mistake at its place", async () => {
  const cwd = repository({ ".baton/audit.yaml": "rules:\n  team/short-weight: off\n  hooks/off: no\n" });
  const { status, out, err } = await baton(["audit", "s.jsonl"], { cwd });
  expect({ status, out }).toEqual({ status: 3, out: "" });
  expect(err).toContain('.baton/audit.yaml:2:3: error: there is no rule "team/short-weight" [audit/unknown-rule]');
  expect(err).toContain('did you mean "team/short-wait"?');
  expect(err).toContain('.baton/audit.yaml:3:14: error: the severity of "hooks/off" is "no"');
});

test("settings behind a link out of the project are not read", async () => {
  const outside = temporaryFiles({ "secret.yaml": "password: 1\n" });
  const cwd = repository({ ".baton/contract.yaml": "" });
  symlinkSync(join(outside, "secret.yaml"), join(cwd, ".baton/audit.yaml"));
  const { status, err } = await baton(["audit", "s.jsonl"], { cwd });
  expect(status).toBe(3);
  expect(err).toContain("a link leads out of the project");
});

test("what a written baseline knows is no longer reported, and said to be left out", async () => {
  const cwd = repository();
  const written = await baton(["audit", "s.jsonl", "--write-baseline"], { cwd });
  expect(written.status).toBe(0);
  expect(written.out.trimEnd().split("\n").at(-1)).toBe("baseline: .baton/audit-baseline.json knows 1 finding now");
  const { status, out } = await baton(["audit", "s.jsonl", "--max-warnings", "0"], { cwd });
  expect({ status, codes: codesIn(out) }).toEqual({ status: 0, codes: [] });
  expect(out).toContain("; 1 known finding left out\n");
});

test("a baseline holds on after lines have moved, and not for what is new", async () => {
  const cwd = repository();
  await baton(["audit", "s.jsonl", "--write-baseline"], { cwd });
  const moved = temporaryFiles({
    ".git/HEAD": "",
    "s.jsonl": longer,
    "known.json": readFileSync(join(cwd, ".baton/audit-baseline.json"), "utf8"),
  });
  const { status, out } = await baton(["audit", "-q", "s.jsonl", "--baseline", "known.json", "--max-warnings", "0"], {
    cwd: moved,
  });
  expect({ status, codes: codesIn(out) }).toEqual({ status: 1, codes: ["team/short-wait"] });
});

test("an entry that nothing was found for is stale, at its place in the file", async () => {
  const cwd = repository();
  await baton(["audit", "s.jsonl", "--write-baseline", "--baseline", "known.json"], { cwd });
  const clean = sessionFile([invoked]).text;
  const later = temporaryFiles({ "s.jsonl": clean, "known.json": readFileSync(join(cwd, "known.json"), "utf8") });
  const { status, out } = await baton(["audit", "s.jsonl", "--baseline", "known.json", "--max-warnings", "0"], {
    cwd: later,
  });
  expect(status).toBe(1);
  expect(out).toMatch(
    /\nknown\.json:4:5: warning: "team\/short-wait" is known here, but was not found: ".*" \[audit\/stale-baseline\]\n/,
  );
});

test("writing a baseline again forgets what is no longer found", async () => {
  const cwd = repository({ "clean.jsonl": sessionFile([invoked]).text });
  await baton(["audit", "s.jsonl", "--write-baseline"], { cwd });
  const { out } = await baton(["audit", "clean.jsonl", "--write-baseline"], { cwd });
  expect(out).toContain("knows 0 findings now");
});

test("a baseline that is named and not there is a failure", async () => {
  const { status, err } = await baton(["audit", "s.jsonl", "--baseline", "gone.json"], { cwd: repository() });
  expect(status).toBe(3);
  expect(err).toContain("gone.json: error: there is no such file [parse/unreadable]");
});

test("a broken baseline is a failure", async () => {
  const cwd = repository({ ".baton/audit-baseline.json": '{"version": 9}' });
  const { status, err } = await baton(["audit", "s.jsonl"], { cwd });
  expect(status).toBe(3);
  expect(err).toContain(
    ".baton/audit-baseline.json:1:13: error: its version is 9, only 1 is read [audit/baseline-shape]",
  );
});

test("a link in a baseline's place is replaced, not followed", async () => {
  const cwd = repository({ "elsewhere.json": '{"version": 1, "findings": []}' });
  symlinkSync(join(cwd, "elsewhere.json"), join(cwd, "known.json"));
  await baton(["audit", "s.jsonl", "--write-baseline", "--baseline", "known.json"], { cwd });
  expect(lstatSync(join(cwd, "known.json")).isSymbolicLink()).toBe(false);
  expect(readFileSync(join(cwd, "elsewhere.json"), "utf8")).toBe('{"version": 1, "findings": []}');
});

test("a baseline is not written where a link leads out of the project", async () => {
  const outside = temporaryFiles();
  const cwd = repository();
  symlinkSync(outside, join(cwd, ".baton"));
  expect((await baton(["audit", "s.jsonl", "--write-baseline"], { cwd })).status).toBe(3);
  expect(existsSync(join(outside, "audit-baseline.json"))).toBe(false);
});
