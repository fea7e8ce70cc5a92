import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { HookedRepository } from "./support/codex-session.ts";
import { request } from "./support/medium-session.ts";

const quiet = { status: 0, out: "", err: "" };
const session = "01a1fbfc-9141-7fc3-b7ad-000000000001";

/** The payload of a document-reviewer that ends its turn with prose. */
function payload(repository: HookedRepository): string {
  const agent = { agent_id: "01a1fbfc-9397-7300-a030-000000000001", agent_type: "document-reviewer" };
  const common = { session_id: session, hook_event_name: "SubagentStop", cwd: repository.root };
  return JSON.stringify({ ...common, ...agent, agent_transcript_path: null, last_assistant_message: "no" });
}

async function governed(): Promise<HookedRepository> {
  const repository = new HookedRepository();
  await repository.session().person(`$recipe-implement ${request}`);
  return repository;
}

function logOf(repository: HookedRepository): unknown[] {
  const file = join(repository.root, ".baton/hooks.log");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("prints a decision on standard output, with status 0", async () => {
  const { status, out, err } = await baton(["hook", "SubagentStop"], { stdin: payload(await governed()) });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toEqual({ decision: "block", reason: expect.stringContaining("[response/no-json]") });
});

test("says nothing in a session that no recipe governs, and leaves no trace", async () => {
  const repository = new HookedRepository();
  expect(await baton(["hook", "SubagentStop"], { stdin: payload(repository) })).toEqual(quiet);
  expect(existsSync(join(repository.root, ".baton"))).toBe(false);
});

test("says nothing with BATON_HOOKS=off", async () => {
  const stdin = payload(await governed());
  expect(await baton(["hook", "SubagentStop"], { stdin, env: { BATON_HOOKS: "off" } })).toEqual(quiet);
});

test("says nothing to an event it does not hold", async () => {
  expect(await baton(["hook", "NoSuchEvent"], { stdin: payload(await governed()) })).toEqual(quiet);
});

test.each(["", "garbage", "null", "[]", '{"cwd":7}', "\u0000"])(
  "says nothing to %j on standard input, and records it",
  async (stdin) => {
    const repository = await governed();
    expect(await baton(["hook", "SubagentStop"], { stdin, cwd: repository.root })).toEqual(quiet);
    expect(logOf(repository)).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        event: "SubagentStop",
        session: null,
        error: "what came on standard input is no hook's payload",
      },
    ]);
  },
);

test("lets the agent finish when the project's contract is broken, and records it", async () => {
  const repository = await governed();
  repository.write(".baton/contract.yaml", "version: 1\nlimits: { revisions: 3 }\n");
  expect(await baton(["hook", "SubagentStop"], { stdin: payload(repository) })).toEqual(quiet);
  expect(logOf(repository)).toMatchObject([
    { session, error: expect.stringContaining('"revisions" is 3, more than the 2 it extends') },
  ]);
});
