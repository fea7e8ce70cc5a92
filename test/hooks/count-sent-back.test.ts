import { join } from "node:path";
import { expect, test } from "vitest";
import { countSentBack } from "../../src/hooks/count-sent-back.ts";
import { project } from "../helpers/project.ts";

const prompt = '<hook_prompt hook_run_id="subagent-stop:11:hooks.json">Not JSON. (got "no")</hook_prompt>';

/** A line of a session file, as Codex 0.169 writes a message. */
const message = (role: string, type: string, ...texts: readonly string[]): string =>
  JSON.stringify({
    timestamp: "2026-11-21T02:43:16.788Z",
    ordinal: 13,
    type: "response_item",
    payload: { type: "message", id: "msg_1", role, content: texts.map((text) => ({ type, text })) },
  });
/** The line beside each hook prompt, by which Codex tells its own user interface. */
const shown = JSON.stringify({
  type: "event_msg",
  payload: { type: "item_completed", item: { type: "HookPrompt", fragments: [{ text: prompt, hookRunId: "1" }] } },
});

const hookPrompt = [message("user", "input_text", prompt), shown];
const asked = message("user", "input_text", "Review claim X");
const answered = message("assistant", "output_text", "no");

function count(...lines: readonly string[]): number {
  return countSentBack(join(project({ "a.jsonl": `${lines.join("\n")}\n` }), "a.jsonl"));
}

test("counts each prompt a hook gave the agent", () => {
  expect(count(asked, answered)).toBe(0);
  expect(count(asked, answered, ...hookPrompt, answered)).toBe(1);
  expect(count(asked, answered, ...hookPrompt, answered, ...hookPrompt, answered)).toBe(2);
});

test.each([
  ["inside the user's words", message("user", "input_text", `Explain this: ${prompt}`)],
  ["as a line of a session file the user pasted", message("user", "input_text", `See ${hookPrompt[0]}`)],
  ["in the agent's answer", message("assistant", "output_text", prompt)],
  ["in the developer's instructions", message("developer", "input_text", prompt)],
  ["behind another part of a message", message("user", "input_text", "Well:", prompt)],
])("does not count a prompt quoted %s", (_, line) => {
  expect(count(asked, line)).toBe(0);
});

test("counts in the end of a very long file", () => {
  const filler = message("assistant", "output_text", "x".repeat(5_000_000));
  expect(count(...hookPrompt, filler, ...hookPrompt)).toBe(1);
});

test("is 0 for a file that is missing, empty, a directory, or not named", () => {
  const directory = project({ "empty.jsonl": "" });
  for (const path of [join(directory, "gone.jsonl"), join(directory, "empty.jsonl"), directory, "", null, undefined])
    expect(countSentBack(path)).toBe(0);
});
