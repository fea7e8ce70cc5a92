import { expect, test } from "vitest";
import { exportRuns } from "../../src/run/operations/export.ts";
import { importRuns } from "../../src/run/operations/import.ts";
import { Desk, failureOf } from "./support/desk.ts";

async function exported(desk: Desk, ids: string[] = []): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportRuns(desk.context, ids)) lines.push(line);
  return lines.join("");
}

async function twoRuns(): Promise<{ desk: Desk; ids: string[] }> {
  const desk = new Desk();
  const first = await desk.open({ idempotency_key: "k", state: { "2": "b", "1": "a" } });
  await desk.update(first, { step_key: "doctor", step_status: "waiting_approval", summary: "may I?" });
  await desk.update(first, { step_key: "doctor", step_status: "in_progress", summary: "yes" });
  await desk.call("workflow_handoff", { run_id: first, actor: "codex", new_owner: "claude" });
  return { desk, ids: [first, await desk.open()] };
}

test("an import is the runs that were exported, histories, hashes and keys", async () => {
  const { desk, ids } = await twoRuns();
  const other = new Desk();
  expect(await importRuns(other.context, await exported(desk))).toEqual({ added: ids, present: [] });
  for (const id of ids) {
    expect(await other.get(id)).toEqual(await desk.get(id));
    expect(await other.context.store.history(id)).toEqual(await desk.context.store.history(id));
  }
  expect(await exported(other)).toBe(await exported(desk));
});

test("an import of what is there changes nothing, and never replaces another history", async () => {
  const { desk, ids } = await twoRuns();
  const text = await exported(desk);
  expect(await importRuns(desk.context, text)).toEqual({ added: [], present: ids });
  await desk.update(ids[0] ?? "", { summary: "moved on" });
  expect((await failureOf(importRuns(desk.context, text))).code).toBe("run/run-exists");
});

test("an export of some runs has only those", async () => {
  const { desk, ids } = await twoRuns();
  const other = new Desk();
  await importRuns(other.context, await exported(desk, ids.slice(1)));
  expect(await other.context.store.ids()).toEqual(ids.slice(1));
});

test("an export that was cut, changed or is none adds nothing", async () => {
  const { desk } = await twoRuns();
  const lines = (await exported(desk)).trimEnd().split("\n");
  const change = (at: number, from: string, to: string): string =>
    lines.map((line, index) => (index === at ? line.replace(from, to) : line)).join("\n");
  for (const [text, words] of [
    ["", "it ends too early"],
    ["{}", "line 1"],
    [lines.slice(0, -1).join("\n"), "it ends too early"],
    [lines.filter((_, at) => at !== 3).join("\n"), "line"],
    [change(2, '"Publish v3.1.1"', '"Publish v3.1.2"'), "event 1 is not the one that was written"],
    [change(3, '"actor":"codex"', '"actor":"ann"'), "event 2 is not the one that was written"],
    [change(2, '"kind":"run_opened"', '"kind":"run_closed"'), "line 3"],
    [change(0, "1", "2"), "line 1"],
  ] as const) {
    const other = new Desk();
    const failure = await failureOf(importRuns(other.context, text));
    expect(failure.code).toBe("run/bad-export");
    expect(failure.message).toContain(words);
    expect(await other.count()).toBe(0);
  }
});

test("an import whose key is in use adds no run of it", async () => {
  const { desk, ids } = await twoRuns();
  const other = new Desk();
  await other.open({ goal: "another", idempotency_key: "k" });
  const failure = await failureOf(importRuns(other.context, await exported(desk, ids.slice(0, 1))));
  expect(failure.code).toBe("run/idempotency-conflict");
  expect(await other.count()).toBe(1);
});
