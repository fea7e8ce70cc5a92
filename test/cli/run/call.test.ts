import { expect, test } from "vitest";
import { makeCheckout } from "./checkout.ts";

test("call answers with the tool's result as JSON", async () => {
  const { run } = makeCheckout();
  const { status, out } = await run("call", "workflow_open", "--input", '{"goal":"Publish","steps":[{"key":"a"}]}');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, status: "pending", revision: 1, reused: false });
});

test("call points at the place of what is wrong in the input", async () => {
  const { run } = makeCheckout();
  const { status, err } = await run("call", "workflow_open", "--input", '{"goal":"Publish", "priorty": "high"}');
  expect(status).toBe(2);
  expect(err).toContain('input:1:20: error: "priorty" is not a known field');
  expect(err).toContain('did you mean "priority"?');
});

test("call refuses input that is no JSON, has a key twice, or no object, and tools that do not exist", async () => {
  const { run } = makeCheckout();
  for (const [tool, input, words] of [
    ["workflow_open", "{goal: 1}", "[parse/json]"],
    ["workflow_open", '{"goal":"a","goal":"b"}', "[parse/duplicate-key]"],
    ["workflow_open", '"goal"', 'the input is "goal", not an object'],
    ["workflow_opne", "{}", 'did you mean "workflow_open"?'],
    ["workflow_resume", '{"run_id":"WF-1"}', "[run/unknown-run]"],
  ] as const) {
    const ran = await run("call", tool, "--input", input);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(words);
  }
});

test("call with --json tells a failure as JSON, too", async () => {
  const { run } = makeCheckout();
  const { out } = await run("call", "workflow_resume", "--input", '{"run_id":"WF-1"}', "--json");
  expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: "run/unknown-run" } });
});
