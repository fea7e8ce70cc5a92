import { expect, test } from "vitest";
import { compactSession } from "../../scripts/record-sessions/compact-session.ts";

/** A session as Codex might have recorded it: its root spawns a subagent, which answers. */
function recorded(take: { root: string; child: string; turn: string; nickname: string; project: string; at: number }) {
  const { root, child, turn, nickname, project, at } = take;
  const line = (ordinal: number, type: string, payload: object): string =>
    `${JSON.stringify({ timestamp: new Date(at + ordinal).toISOString(), ordinal, type, payload })}\n`;
  const said = (role: string, text: string): object => ({
    type: "message",
    role,
    content: [{ type: "input_text", text }],
  });
  const rootFile = [
    line(0, "session_meta", {
      id: root,
      session_id: root,
      cwd: project,
      base_instructions: { text: "You are Codex." },
    }),
    line(1, "event_msg", { type: "task_started", turn_id: turn, started_at: at }),
    line(2, "response_item", said("developer", "Sandboxing is off.")),
    line(3, "response_item", { type: "function_call", name: "spawn_agent", call_id: "call_1", arguments: "{}" }),
    line(4, "token_usage_record", { usage: { total_tokens: at % 100 } }),
    line(5, "response_item", {
      type: "function_call_output",
      call_id: "call_1",
      output: JSON.stringify({ agent_id: child, nickname }),
    }),
    line(9, "response_item", {
      type: "function_call_output",
      call_id: "call_2",
      output: JSON.stringify({ status: { [child]: { completed: `done in ${project}` } }, timed_out: false }),
    }),
  ];
  const childFile = [
    line(6, "session_meta", { id: child, session_id: root, parent_thread_id: root, agent_nickname: nickname }),
    line(7, "event_msg", { type: "task_started", turn_id: `${turn.slice(0, -1)}9` }),
    line(8, "event_msg", { type: "task_complete", last_agent_message: `done in ${project}`, duration_ms: at % 1000 }),
  ];
  const files = new Map([
    [`rollout-b-${child}.jsonl`, childFile.join("")],
    [`rollout-a-${root}.jsonl`, rootFile.join("")],
  ]);
  return { files, switches: "", project, codexHome: `${project}-home/.codex`, userHome: `${project}-home` };
}

const first = recorded({
  root: "01a1fbd0-0090-7372-b769-512e1c9f92c0",
  child: "01a1fbd0-015a-79d0-91e0-d776270ff662",
  turn: "01a1fbd0-00af-7013-9b90-15feba9d98a1",
  nickname: "Otter",
  project: "/tmp/one/project",
  at: Date.parse("2026-11-21T01:54:35.100Z"),
});
const second = recorded({
  root: "01a9ffff-0090-7372-b769-512e1c9f92c0",
  child: "01a9ffff-015a-79d0-91e0-d776270ff662",
  turn: "01a9ffff-00af-7013-9b90-15feba9d98a1",
  nickname: "Newton",
  project: "/tmp/another/project",
  at: Date.parse("2027-02-01T11:00:00.777Z"),
});

test("two recordings of the same play come to the same bytes", () => {
  expect([...compactSession(second)]).toEqual([...compactSession(first)]);
});

test("Codex's own texts and the machine's directories are left out", () => {
  const text = [...compactSession(first).values()].join("");

  expect(text).toContain("done in /project");
  expect(text).not.toMatch(/You are Codex|Sandboxing|\/tmp|token_usage|Otter/);
});

test("what a parent is told of its subagent's end comes after that end, by the clock of the corpus", () => {
  const [root = "", child = ""] = [...compactSession(first).values()];
  const timeOf = (file: string, words: string): string =>
    (JSON.parse(file.split("\n").find((line) => line.includes(words)) ?? "{}") as { timestamp: string }).timestamp;

  expect(timeOf(child, "task_complete") < timeOf(root, "timed_out")).toBe(true);
  expect(timeOf(root, "spawn_agent") < timeOf(child, "session_meta")).toBe(true);
});

test("a thread's id is older than that of the turn it takes", () => {
  const [root = ""] = [...compactSession(first).values()];
  const [meta, started] = root.split("\n").map((line) => JSON.parse(line || "{}").payload);

  expect(meta.id < started.turn_id).toBe(true);
});
