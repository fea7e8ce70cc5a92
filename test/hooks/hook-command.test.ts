import { expect, test } from "vitest";
import { baton } from "../helpers/fake-io.ts";
import { project } from "../helpers/project.ts";

const quiet = { status: 0, out: "", err: "" };
const contract = { ".baton/contract.yaml": "version: 1\n" };

/** The payload of a document-reviewer that ends its turn with `message` in a project of these files. */
function payload(message: string | null, files: Readonly<Record<string, string>> = contract): string {
  const agent = { agent_type: "document-reviewer", agent_transcript_path: null, last_assistant_message: message };
  return JSON.stringify({ hook_event_name: "SubagentStop", cwd: project(files), ...agent });
}

test("sends a broken answer back on standard output, with status 0", async () => {
  const { status, out, err } = await baton(["hook", "SubagentStop"], { stdin: payload("no") });
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toEqual({ decision: "block", reason: expect.stringContaining("[response/no-json]") });
});

test("says nothing about a valid answer, or when there is none", async () => {
  expect(await baton(["hook", "SubagentStop"], { stdin: payload('{"verdict":{"decision":"approved"}}') })).toEqual(
    quiet,
  );
  expect(await baton(["hook", "SubagentStop"], { stdin: payload(null) })).toEqual(quiet);
});

test("says nothing with BATON_HOOKS=off", async () => {
  const env = { BATON_HOOKS: "off" };
  expect(await baton(["hook", "SubagentStop"], { stdin: payload("no"), env })).toEqual(quiet);
});

test("says nothing to an event it does not hold", async () => {
  expect(await baton(["hook", "PreToolUse"], { stdin: payload("no") })).toEqual(quiet);
  expect(await baton(["hook", "NoSuchEvent"], { stdin: payload("no") })).toEqual(quiet);
});

test.each(["", "garbage", "null", "[]", '{"cwd":7}', "\u0000"])(
  "says nothing to %j on standard input",
  async (stdin) => {
    expect(await baton(["hook", "SubagentStop"], { stdin })).toEqual(quiet);
  },
);

test("lets the agent finish when the project's contract is broken, and says so on standard error", async () => {
  const stdin = payload("no", { ".baton/contract.yaml": "version: 1\nlimits: { revisions: 3 }\n" });
  expect(await baton(["hook", "SubagentStop"], { stdin })).toEqual({
    ...quiet,
    err: 'baton hook: .baton/contract.yaml:2:22: "revisions" is 3, more than the 2 it extends\n',
  });
});
