import { expect, test } from "vitest";
import { answered, call, child, message, messageOf, root } from "./support/session-lines.ts";
import { timelineOf, told } from "./support/timeline-of.ts";

const harness = { type: "harness", hook: false };
const user = { type: "user" };

test.each([
  "<environment_context>\n  <cwd>/work</cwd>\n</environment_context>",
  "<skill>\n<name>recipe-implement</name>\n</skill>",
  '<subagent_notification>\n{"agent_path":"c","status":{"completed":"x"}}\n</subagent_notification>',
  "<hook_prompt>go on</hook_prompt>",
  "# AGENTS.md instructions for /work",
])("what a person types is theirs, whatever it looks like: %s", async (text) => {
  expect(told(await timelineOf({ root: [root(), message(text)] }))).toEqual([{ kind: "person_message", text }]);
});

test.each([
  ["environments.environment_context", harness],
  ["agents_md.instructions", harness],
  ["generic.turn_aborted", harness],
  ["shell.user_command", harness],
  ["unknown", harness],
  ["user.text", harness],
  ["skills.selected_skill_instructions", user],
  ["", user],
])("what Codex puts in the person's place is not theirs, though it says yes: %s", async (kind, from) => {
  expect(told(await timelineOf({ root: [root(), message("yes, go on", kind, from)] }))).toEqual([]);
});

test("a message without a word of Codex's about its origin is nobody's", async () => {
  const payload = { type: "message", role: "user", content: [{ type: "input_text", text: "I approve" }] };
  expect(told(await timelineOf({ root: [root(), { type: "response_item", payload }] }))).toEqual([]);
});

test("a subagent's task is no person's message", async () => {
  const timeline = await timelineOf({ root: [root()], child: [child("c"), message("Review claim X")] });
  expect(told(timeline)).toEqual([]);
});

test("of a message with an image only what the person wrote remains", async () => {
  const part = (text: string) => ({ content: { type: "input_text", text }, kind: "user.text", from: user });
  const image = { content: { type: "input_image", image_url: "data:" }, kind: "user.image", from: user };
  const parts = [
    part('<image name=[Image #1] path="/p.png">'),
    image,
    part("</image>"),
    part("Like this."),
    part("</image>"),
  ];
  expect(told(await timelineOf({ root: [root(), messageOf("user", parts)] }))).toEqual([
    { kind: "person_message", text: "Like this.\n</image>" },
  ]);
});

test("a skill is invoked when Codex puts its text before the model, by its own name", async () => {
  const text = "<skill>\n<name>debate</name>\n<path>/s/SKILL.md</path>\nSee <name>other</name>.\n</skill>";
  const skill = message(text, "skills.selected_skill_instructions", { type: "skills" });
  const timeline = await timelineOf({ root: [root(), message("use $debate"), skill], child: [child("c"), skill] });
  expect(told(timeline)).toEqual([
    { kind: "person_message", text: "use $debate" },
    { kind: "skill_invoked", skill: "debate" },
  ]);
});

test("a message is kept whole up to a million characters", async () => {
  const timeline = await timelineOf({ root: [root(), message("é".repeat(1_000_001))] });
  expect(told(timeline)).toEqual([{ kind: "person_message", text: "é".repeat(1_000_000) }]);
});

const answer = {
  type: "retained_context",
  payload: {
    type: "verified_answer",
    call_id: "1",
    questions: [
      { question: "Approve the design?", answer: "Yes" },
      { question: "Anything else?", answer: "Keep it small." },
    ],
  },
};

test("what a person answers to questions of the model is their message", async () => {
  const asked = call("1", "request_user_input", { questions: [] });
  const output = answered("1", { answers: { ok: { answers: ["Yes"] } } });
  const timeline = await timelineOf({ root: [root(), asked, answer, output], child: [child("c"), answer] });
  expect(told(timeline)).toEqual([{ kind: "person_message", text: "Yes\nKeep it small." }]);
});

test("an answer that Codex does not vouch for is nobody's", async () => {
  const asked = call("1", "request_user_input", { questions: [] });
  const output = answered("1", { answers: { ok: { answers: ["Yes"] } } });
  expect(told(await timelineOf({ root: [root(), asked, output] }))).toEqual([]);
});
