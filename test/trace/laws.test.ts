import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { observePayload } from "../../src/trace/observe-payload.ts";
import { readTimeline } from "../../src/trace/read-timeline.ts";
import type { Timeline } from "../../src/trace/timeline.ts";
import { temporaryFiles } from "../helpers/temporary-files.ts";
import {
  answered,
  call,
  event,
  item,
  type Line,
  message,
  messageOf,
  root,
  sessionText,
  turnEnds,
  turnStarts,
} from "./support/session-lines.ts";

const space = "multi_agent_v1";
const written: readonly Line[] = [
  root(),
  turnStarts(),
  message("Reject expired tokens: é 日 🎉"),
  call("s", "spawn_agent", { agent_type: "critic", message: "m" }, space),
  answered("s", { agent_id: "c" }),
  call("w", "wait_agent", { targets: ["c"] }, space),
  answered("w", { status: { c: { completed: "fine" } }, timed_out: false }),
  call("1", "exec_command", { cmd: "git commit" }),
  answered("1", "Command blocked by PreToolUse hook: no. Command: git commit"),
  item("CommandExecution", {
    id: "2",
    command: ["bash", "-lc", "ls"],
    aggregated_output: "a\nb\n",
    exit_code: 0,
    duration: {},
  }),
  item("FileChange", { id: "3", changes: { "/work/a": { type: "add" } }, status: "completed" }),
  { type: "compacted", payload: { message: "Summary", replacement_history: [] } },
  message("I approve."),
  turnEnds("done"),
];

/** What a later line may add to an event: how a call went, and the model. */
function outline({ events }: Timeline): unknown[] {
  return events.map(({ kind, at, where, thread }) => [kind, at, where.line, thread]);
}

test("a file cut anywhere gives a prefix of its events", async () => {
  const bytes = Buffer.from(sessionText(written));
  const file = join(temporaryFiles({ "a.jsonl": "" }), "a.jsonl");
  writeFileSync(file, bytes);
  const whole = outline(await readTimeline(file));
  const first = bytes.indexOf(10);
  for (let end = first; end < bytes.length; end += 7) {
    writeFileSync(file, bytes.subarray(0, end));
    const cut = await readTimeline(file);
    expect(whole.slice(0, cut.events.length)).toEqual(outline(cut));
    expect(cut.notes.filter(({ note }) => note === "this line is torn").length).toBeLessThanOrEqual(1);
  }
  expect(whole).toHaveLength(12);
});

test("a file read again gives the same", async () => {
  const file = join(temporaryFiles({ "a.jsonl": sessionText(written) }), "a.jsonl");
  expect(await readTimeline(file)).toEqual(await readTimeline(file));
});

const anything = fc.oneof(
  { depthSize: "small" },
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>("root", "c", "user", "turn-1"),
);
const names =
  "type id session_id parent_thread_id forked_from_id history_base source cwd call_id name namespace arguments output role content item changes command status kind agent_path agent_thread_id last_agent_message error reason timestamp author fragments subagent_history_start_ordinal";
const kinds =
  "message function_call function_call_output custom_tool_call custom_tool_call_output agent_message task_started task_complete turn_aborted item_completed token_count CommandExecution FileChange SubAgentActivity HookPrompt McpToolCall";
const oneOf = (words: string) => fc.constantFrom(...words.split(" "));
const fields = fc.dictionary(oneOf(names), anything, { maxKeys: 6 });
const line = fc.record({
  timestamp: fc.oneof(fc.constant("2026-11-21T10:00:00.000Z"), anything),
  ordinal: fc.oneof(fc.nat(20), anything),
  type: fc.oneof(oneOf("session_meta response_item event_msg turn_context compacted"), anything),
  payload: fc.oneof(
    fc.record({ type: oneOf(kinds) }).chain((type) => fields.map((more) => ({ ...more, ...type }))),
    fields,
    anything,
  ),
});
const texts = fc.array(
  fc.oneof(
    line.map((value) => JSON.stringify(value)),
    fc.string(),
  ),
  { maxLength: 12 },
);

test("no file makes the reader throw anything but a failure", async () => {
  const directory = temporaryFiles({ "a.jsonl": "" });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), texts, texts, async (isSession, a, b) => {
      const first = isSession ? [sessionText([root()]).trim()] : [];
      writeFileSync(join(directory, "a.jsonl"), [...first, ...a].join("\n"));
      writeFileSync(join(directory, "b.jsonl"), b.join("\n"));
      const read = await readTimeline(join(directory, "a.jsonl")).catch((error: unknown) => error);
      if (isSession) expect(read).toMatchObject({ session: "root" });
      else if (read instanceof Error) expect(read).toBeInstanceOf(Failure);
    }),
    { numRuns: 300 },
  );
});

test("no change to a real line makes the reader throw", async () => {
  const directory = temporaryFiles({ "a.jsonl": "" });
  const parts = sessionText([...written, messageOf("user", []), event("turn_aborted")]).split("\n");
  await fc.assert(
    fc.asyncProperty(fc.nat(parts.length - 2), fc.nat(400), fc.string({ maxLength: 5 }), async (at, from, text) => {
      const changed = parts.map((part, index) =>
        index === at + 1 ? part.slice(0, from) + text + part.slice(from + 3) : part,
      );
      writeFileSync(join(directory, "a.jsonl"), changed.join("\n"));
      expect((await readTimeline(join(directory, "a.jsonl"))).session).toBe("root");
    }),
    { numRuns: 500 },
  );
});

test("no payload makes the observer throw", () => {
  const known = fc.record({
    session_id: fc.constant("root"),
    hook_event_name: oneOf(
      "SessionStart UserPromptSubmit PreToolUse PostToolUse SubagentStop Stop Interrupt PostCompact X",
    ),
    tool_name: oneOf("Bash apply_patch spawn_agent collaborationspawn_agent multi_agent_v1wait_agent mcp__a__b"),
    tool_input: fc.oneof(fields, anything),
    tool_response: anything,
    prompt: anything,
    source: anything,
    agent_id: anything,
    agent_type: anything,
    last_assistant_message: anything,
  });
  fc.assert(
    fc.property(fc.oneof(known, anything), (payload) => {
      for (const { at, where } of observePayload(payload, "now"))
        expect({ at, where }).toEqual({ at: "now", where: { file: "", line: 0 } });
    }),
  );
});
