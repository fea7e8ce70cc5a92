import type { Client } from "@modelcontextprotocol/client";
import { expect, test } from "vitest";
import { connectIn } from "../helpers/mcp-session.ts";
import { project } from "../helpers/project.ts";

const steps = [{ key: "doctor" }, { key: "package" }, { key: "publish" }];

async function call(client: Client, name: string, words: Readonly<Record<string, unknown>>) {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: words });
  const [first] = content;
  return { ...(structuredContent as Record<string, unknown>), isError, text: first?.type === "text" ? first.text : "" };
}

test("a run that one client opened is handed over, and the other client goes on with it", async () => {
  const repository = project({ ".git/HEAD": "ref: refs/heads/main\n" });
  const codex = await connectIn(repository);
  const { run_id } = (await call(codex, "workflow_open", { goal: "Publish v3.1.1", owner: "codex", steps })) as {
    run_id?: string;
  };
  await call(codex, "workflow_update", {
    run_id,
    step_key: "doctor",
    step_status: "completed",
    evidence: "doctor clean",
  });
  const handed = await call(codex, "workflow_handoff", {
    run_id,
    actor: "codex",
    new_owner: "claude_code",
    handoff_note: "doctor is done",
  });
  expect(handed).toMatchObject({ owner: "claude_code" });

  const claude = await connectIn(repository);
  expect(await call(claude, "workflow_resume", { run_id })).toMatchObject({
    can_resume: true,
    next: { key: "package" },
  });
  await call(claude, "workflow_update", {
    run_id,
    actor: "claude_code",
    step_key: "package",
    step_status: "completed",
  });
  expect(await call(codex, "workflow_resume", { run_id })).toMatchObject({ next: { key: "publish" } });
  const { text } = await call(codex, "workflow_replay", { run_id });
  expect(text).toContain("doctor is done");
});

test("a field nobody knows is refused with the one that was meant, and nothing is stored", async () => {
  const client = await connectIn(project({ ".git/HEAD": "ref: refs/heads/main\n" }));
  const refused = await call(client, "workflow_open", { goal: "x", stepz: steps });
  expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('did you mean "steps"?') });
  expect((await call(client, "workflow_list", {})).text).toContain('"runs":[]');
});

test("outside a repository the ledger says so, and the server goes on", async () => {
  const client = await connectIn(project({ "a.txt": "" }));
  expect(await call(client, "workflow_open", { goal: "x" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("[run/no-repository]"),
  });
  expect((await client.listTools()).tools).toHaveLength(8);
});
