import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { makeRepository } from "./support/repository.ts";

const id = "0199a213-81a0-7800-8aa0-000000000001";

test("off and on are recorded with who did it, and say the way back", async () => {
  const { root, run, read } = makeRepository();
  expect(await run("hook off --as ann")).toEqual({
    status: 0,
    out: `Baton's hooks in ${root} let everything pass from now on.\nThe audit shows it. Back again: baton hook on\n`,
    err: "",
  });
  expect((await run("hook off --as ann")).out).toContain("were off already");
  expect((await run("hook on --as ben")).out).toContain("are on from now on");

  const lines = read(".baton/hooks.jsonl").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: expect.any(String), on: false, by: "project", session: null, who: "ann" },
    { at: expect.any(String), on: true, by: "project", session: null, who: "ben" },
  ]);
});

test("one session is switched by its id", async () => {
  const { json } = makeRepository();
  expect(await json(`hook off --session ${id.toUpperCase()}`)).toMatchObject({ on: false, by: "session", session: id });
  expect(await json("hook on")).toMatchObject({ on: true, changed: false });
  expect(await json(`hook on --session ${id}`)).toMatchObject({ on: true, changed: true });
});

test("a session with a switch of its own is named where the project's is turned", async () => {
  const { run } = makeRepository();
  await run(`hook off --session ${id}`);
  const on = await run("hook on");
  expect(on.out).toContain(`were on already`);
  expect(on.out).toContain(`Still off in session ${id}: baton hook on --session ${id}\n`);
});

test("what is no session's id, and two scopes at once, are refused", async () => {
  const { run } = makeRepository();
  expect(await run("hook off --session last")).toMatchObject({ status: 2, out: "" });
  expect(await run(`hook off --project --session ${id}`)).toMatchObject({ status: 2, out: "" });
});

test.each(["on", "off"])("hook %s is refused in an agent's shell, and nothing is recorded", async (verb) => {
  const { root, tree } = makeRepository();
  const ran = await baton(["hook", verb], { cwd: root, env: { CODEX_THREAD_ID: "1" } });
  expect(ran).toMatchObject({ status: 3, err: expect.stringContaining("[run/agent-shell]") });
  expect(tree()).toEqual({});
});

test("outside a repository there is nothing to switch", async () => {
  expect(await baton(["hook", "off"], { cwd: "/" })).toMatchObject({
    status: 3,
    err: expect.stringContaining("[run/no-repository]"),
  });
});

test("a shell with BATON_HOOKS=off is told that switching on is not enough", async () => {
  const { root } = makeRepository();
  const outside = { cwd: root, env: { BATON_HOOKS: "off" } };
  await baton(["hook", "off"], outside);
  expect((await baton(["hook", "on"], outside)).out).toContain("BATON_HOOKS=off is set in this shell");
  expect(readFileSync(join(root, ".baton/hooks.jsonl"), "utf8").trim().split("\n")).toHaveLength(2);
});
