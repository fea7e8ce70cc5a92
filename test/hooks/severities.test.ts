import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { finalChecks } from "../e2e/plays/session-expiry.ts";
import { HookedRepository } from "./support/codex-session.ts";
import { play, request, upTo } from "./support/medium-session.ts";

async function governed(settings?: string) {
  const repository = new HookedRepository();
  if (settings !== undefined) repository.write(".baton/audit.yaml", settings);
  const session = repository.session();
  await session.person(`$recipe-implement ${request}`);
  return { repository, session };
}

test("says what is only a warning, and lets it happen", async () => {
  const session = new HookedRepository().session();
  await upTo(session, "quality");
  await session.commit("Reject expired session tokens");
  await play(session, finalChecks);

  const call = { agent_type: "security-reviewer", message: "Review once more.", fork_context: false };
  expect(await session.call("spawn_agent", call, "{}")).toEqual({
    hookSpecificOutput: {
      hookEventName: "PreToolUse",
      additionalContext: expect.stringMatching(/^Baton: "security-reviewer" .* \[flow\/passed-verifier-rerun\]\. /),
    },
  });
});

test("holds no rule that the project has switched off, and only says what it has made a warning", async () => {
  const off = await governed("rules:\n  flow/out-of-order: off\n");
  expect(await off.session.spawn("work-planner")).not.toHaveProperty("denied");
  const warned = await governed("rules:\n  flow/out-of-order: warning\n");
  const call = { agent_type: "work-planner", message: "Plan.", fork_context: false };
  expect(await warned.session.call("spawn_agent", call, "{}")).toMatchObject({
    hookSpecificOutput: { additionalContext: expect.stringContaining("[flow/out-of-order]") },
  });
});

test("holds every rule over settings that are broken, and records that", async () => {
  const { repository, session } = await governed("rules: 7\n");
  expect(await session.spawn("work-planner")).toHaveProperty("denied");
  expect(readFileSync(join(repository.root, ".baton/hooks.log"), "utf8")).toContain("[audit/settings-shape]");
});
