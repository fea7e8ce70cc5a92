import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendSwitch } from "../../src/hooks/append-switch.ts";
import { hooksSwitchedOff } from "../../src/hooks/hooks-switched-off.ts";
import { noteEnvironment } from "../../src/hooks/note-environment.ts";
import { switchEvents } from "../../src/hooks/switch-events.ts";
import type { HookSwitch } from "../../src/hooks/switch-lines.ts";
import { makeRepository } from "../cli/support/repository.ts";

const at = (minute: number): string => `2026-02-01T10:0${minute}:00.000Z`;
const project = (minute: number, on: boolean): HookSwitch => ({
  at: at(minute),
  on,
  by: "project",
  session: null,
  who: "ann",
});
const session = (minute: number, on: boolean, id = "s1"): HookSwitch => ({
  ...project(minute, on),
  by: "session",
  session: id,
});

/** A project in which these switches were made, in this order. */
function switched(...switches: readonly HookSwitch[]): string {
  const { root } = makeRepository();
  for (const one of switches) appendSwitch(root, one);
  return root;
}

test.each<[string, readonly HookSwitch[], object | undefined]>([
  ["nobody switched anything", [], undefined],
  ["the project is off", [project(1, false)], { by: "project", at: at(1), who: "ann" }],
  ["the project is on again", [project(1, false), project(2, true)], undefined],
  ["the session is off", [session(1, false)], { by: "session", at: at(1), who: "ann" }],
  ["another session is off", [session(1, false, "s2")], undefined],
  ["the session stays off while the project goes on", [session(1, false), project(2, true)], { by: "session" }],
  ["the session is on in a project that is off", [project(1, false), session(2, true)], undefined],
])("%s", (_, switches, expected) => {
  const off = hooksSwitchedOff(switched(...switches), "s1", {});
  if (expected === undefined) expect(off).toBeUndefined();
  else expect(off).toMatchObject(expected);
});

test("BATON_HOOKS=off in the environment holds above every switch, and nothing else in it does", () => {
  const root = switched(session(1, true));
  expect(hooksSwitchedOff(root, "s1", { BATON_HOOKS: "off" })).toEqual({ by: "environment", at: null, who: null });
  expect(hooksSwitchedOff(root, "s1", { BATON_HOOKS: "on" })).toBeUndefined();
});

test("the environment's switch is noted once for a session, and once more when it is gone", () => {
  const root = switched(project(0, true));
  const off = { BATON_HOOKS: "off" };
  noteEnvironment(root, "s1", {}, at(1));
  noteEnvironment(root, "s1", off, at(2));
  noteEnvironment(root, "s1", off, at(3));
  noteEnvironment(root, "s2", off, at(4));
  noteEnvironment(root, "s1", {}, at(5));
  noteEnvironment(root, "s1", {}, at(6));

  const lines = readFileSync(join(root, ".baton/hooks.jsonl"), "utf8").trim().split("\n").slice(1);
  expect(lines).toEqual([
    `{"at":"${at(2)}","on":false,"by":"environment","session":"s1","who":null}`,
    `{"at":"${at(4)}","on":false,"by":"environment","session":"s2","who":null}`,
    `{"at":"${at(5)}","on":true,"by":"environment","session":"s1","who":null}`,
  ]);
});

test("nothing is noted in a project that has no .baton", () => {
  const { root } = makeRepository();
  noteEnvironment(root, "s1", { BATON_HOOKS: "off" }, at(1));
  expect(readdirSync(root)).toEqual([".git"]);
});

test("the first switch in a repository makes .baton, and keeps itself out of git", () => {
  const root = switched(project(1, false));
  expect(readFileSync(join(root, ".baton/.gitignore"), "utf8")).toContain("\nhooks.jsonl\n");
});

test.each([
  ["a torn last line", '{"at":"2026-02-01T10:00:00.000Z","on":tr'],
  ["no JSON", "off\n"],
  ["another shape", '{"at":"now","on":true,"by":"project"}\n[]\nnull\n{"on":true,"by":"session"}\n'],
])("%s in the file changes nothing, and what is switched after it counts", (_, text) => {
  const root = switched(project(1, false));
  const file = join(root, ".baton/hooks.jsonl");
  writeFileSync(file, readFileSync(file, "utf8") + text);
  expect(hooksSwitchedOff(root, "s1", {})).toMatchObject({ by: "project", at: at(1) });

  appendSwitch(root, project(2, true));
  expect(hooksSwitchedOff(root, "s1", {})).toBeUndefined();
});

test.skipIf(process.platform === "win32")("a link is neither read nor written through", () => {
  const other = switched(project(1, false));
  const { root } = makeRepository();
  symlinkSync(join(other, ".baton"), join(root, ".baton"));
  const inside = makeRepository().root;
  mkdirSync(join(inside, ".baton"));
  symlinkSync(join(other, ".baton/hooks.jsonl"), join(inside, ".baton/hooks.jsonl"));
  const before = readFileSync(join(other, ".baton/hooks.jsonl"), "utf8");

  for (const linked of [root, inside]) {
    expect(hooksSwitchedOff(linked, "s1", {})).toBeUndefined();
    expect(() => appendSwitch(linked, project(2, true))).toThrow("this is a link");
    noteEnvironment(linked, "s1", { BATON_HOOKS: "off" }, at(3));
  }
  expect(readFileSync(join(other, ".baton/hooks.jsonl"), "utf8")).toBe(before);
});

test("a session's events are its own switches, and the project's while it ran and as it found it", () => {
  const lines = [project(1, true), project(2, false), session(3, false, "s2"), project(4, true), session(5, false)];
  const text = [...lines, project(8, false)].map((one) => JSON.stringify(one)).join("\n");
  const during = { session: "s1", startedAt: at(3), endedAt: at(6) };

  const events = switchEvents(text, ".baton/hooks.jsonl", during);

  expect(events.map(({ at: when, on, by, where }) => [when, on, by, where.line])).toEqual([
    [at(2), false, "project", 2],
    [at(4), true, "project", 4],
    [at(5), false, "session", 5],
  ]);
  expect(events[0]).toMatchObject({ kind: "hooks_switched", thread: "s1", agent: null });
});
