import { expect, test } from "vitest";
import { readHookPayload } from "../../src/hooks/read-payload.ts";

const least = { hook_event_name: "SubagentStop", session_id: "01a1fbfc-9141-7fc3-b7ad-5c7db7524451", cwd: "repo" };
const absent = {
  turn: null,
  agentId: null,
  agentType: null,
  transcript: null,
  agentTranscript: null,
  prompt: null,
  source: null,
};

test("reads what Baton needs of a payload", () => {
  const written = {
    ...least,
    agent_id: "01a1fbfc-9397-7300-a030-5b6754386910",
    agent_type: "critic",
    transcript_path: "sessions/root.jsonl",
    agent_transcript_path: "sessions/child.jsonl",
    last_assistant_message: "{}",
    stop_hook_active: true,
    turn_id: "01a1fbfc-9141-7fc3-b7ad-5c7db7524453",
  };
  expect(readHookPayload(JSON.stringify(written))).toEqual({
    event: "SubagentStop",
    session: least.session_id,
    cwd: "repo",
    turn: written.turn_id,
    agentId: "01a1fbfc-9397-7300-a030-5b6754386910",
    agentType: "critic",
    transcript: "sessions/root.jsonl",
    agentTranscript: "sessions/child.jsonl",
    prompt: null,
    source: null,
    tool: null,
    lastMessage: "{}",
    sentOn: true,
    fields: written,
  });
});

test("takes what is missing, null or of another kind for absent", () => {
  const written = { ...least, agent_id: null, agent_type: 7, last_assistant_message: {}, prompt: ["a"], tool_name: 1 };
  expect(readHookPayload(JSON.stringify(written))).toMatchObject({
    ...absent,
    tool: null,
    lastMessage: null,
    sentOn: false,
  });
});

test.each([
  ["nothing", ""],
  ["prose", "garbage"],
  ["cut JSON", '{"cwd":'],
  ["null", "null"],
  ["a list", "[]"],
  ["a number", "7"],
  ["an object without a directory", JSON.stringify({ ...least, cwd: undefined })],
  ["an object without a session", JSON.stringify({ ...least, session_id: 7 })],
])("is undefined for %s", (_, text) => {
  expect(readHookPayload(text)).toBeUndefined();
});
