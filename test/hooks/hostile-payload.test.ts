import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { HookedRepository } from "./support/codex-session.ts";
import { upTo } from "./support/medium-session.ts";

const events = [
  "PreToolUse",
  "PostToolUse",
  "SessionStart",
  "UserPromptSubmit",
  "SubagentStart",
  "SubagentStop",
  "Stop",
];
const tools = ["Bash", "apply_patch", "spawn_agent", "collaborationspawn_agent", "multi_agent_v1close_agent", "x"];
const text = fc.oneof(fc.string(), fc.constantFrom("requirement-analyzer", "task-executor", "resume", "../../x", "\0"));
const value = fc.oneof(text, fc.jsonValue());

const payload = fc.record(
  {
    agent_id: value,
    agent_type: value,
    tool_name: fc.oneof(fc.constantFrom(...tools), value),
    tool_use_id: value,
    tool_input: fc.oneof(
      fc.record({ command: value, agent_type: value, message: value, target: value }, { requiredKeys: [] }),
      fc.jsonValue(),
    ),
    tool_response: value,
    last_assistant_message: value,
    stop_hook_active: value,
    source: value,
    prompt: value,
    transcript_path: value,
  },
  { requiredKeys: [] },
);

test("answers any payload with nothing or with what Codex can read, and leaves the run sound", async () => {
  const repository = new HookedRepository();
  const session = repository.session();
  await upTo(session, "requirements");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...events), payload, async (event, fields) => {
      const answer = await session.hook(event, fields);
      expect(answer === undefined || typeof answer === "object").toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(await repository.run("verify")).toMatchObject({ ok: true });
  const log = join(repository.root, ".baton/hooks.log");
  // A record with a stack is a bug of ours.
  expect(existsSync(log) ? readFileSync(log, "utf8") : "").not.toContain("\\n    at ");
}, 60_000);

test("answers any text with nothing", async () => {
  const session = new HookedRepository().session();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...events), fc.string(), async (event, stdin) => {
      expect(await session.bytes(event, stdin)).toBe("");
    }),
  );
});
