import { expect, test } from "vitest";
import { readHookPayload } from "../../src/hooks/read-payload.ts";

const least = { hook_event_name: "SubagentStop", cwd: "repo" };

test("reads what Baton needs of a payload and leaves the rest out", () => {
  const payload = {
    ...least,
    agent_type: "critic",
    agent_transcript_path: "sessions/a.jsonl",
    last_assistant_message: "{}",
  };
  expect(readHookPayload(JSON.stringify({ ...payload, session_id: "1", stop_hook_active: true }))).toEqual(payload);
  expect(readHookPayload(JSON.stringify(least))).toEqual(least);
});

test("takes null for a message or a transcript that is not there", () => {
  const payload = { ...least, last_assistant_message: null, agent_transcript_path: null };
  expect(readHookPayload(JSON.stringify(payload))).toEqual(payload);
});

test.each([
  ["nothing", ""],
  ["prose", "garbage"],
  ["cut JSON", '{"cwd":'],
  ["null", "null"],
  ["a list", "[]"],
  ["a number", "7"],
  ["an object without a directory", '{"hook_event_name":"SubagentStop"}'],
  ["an agent that is no text", JSON.stringify({ ...least, agent_type: 7 })],
  ["a message that is no text", JSON.stringify({ ...least, last_assistant_message: {} })],
])("is undefined for %s", (_, text) => {
  expect(readHookPayload(text)).toBeUndefined();
});
