import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hookEvents, isBatonGroup } from "../../../src/install/config/hook-group.ts";
import { type ConfigScope, hookGroups, mcpServer } from "../../../src/install/config/wanted.ts";

const project: ConfigScope = { kind: "project" };
const user = (codexHome: string): ConfigScope => ({ kind: "user", codexHome });
const handlers = (scope: ConfigScope) =>
  hookEvents.flatMap((event) => hookGroups(scope)[event] ?? []).flatMap((group) => group.hooks);

const heldTools = "^(Bash|apply_patch|([^_]|_[^_])*(_agent|send_input|send_message|followup_task))$";

const group = (event: string, matcher?: string, shown?: object) => [
  {
    ...(matcher === undefined ? {} : { matcher }),
    hooks: [
      {
        type: "command",
        command: `node --jitless "$(git rev-parse --show-toplevel)/.baton/bin/hook.mjs" ${event}`,
        commandWindows: expect.stringMatching(new RegExp(`^node --jitless -e "[^"%\`$\\\\]+" ${event}$`)),
        timeout: 30,
        ...shown,
      },
    ],
  },
];

// People trust a hook by a hash over exactly these values: a failure here means that every user must trust it again.
test("the hooks of a project never change", () => {
  expect(hookGroups(project)).toEqual({
    PreToolUse: group("PreToolUse", heldTools),
    PostToolUse: group("PostToolUse", heldTools),
    SessionStart: group("SessionStart"),
    UserPromptSubmit: group("UserPromptSubmit"),
    SubagentStart: group("SubagentStart", undefined, { additionalContextLimit: 20_000 }),
    SubagentStop: group("SubagentStop", undefined, { statusMessage: "Baton checks the answer" }),
    Stop: group("Stop"),
  });
});

// As Codex names tools to hooks: the namespace stands right before the name.
test.each([
  ...["Bash", "apply_patch", "spawn_agent", "multi_agent_v1spawn_agent", "multi_agent_v1wait_agent"],
  ...["multi_agent_v1send_input", "multi_agent_v1close_agent", "multi_agent_v1resume_agent"],
  ...["collaborationspawn_agent", "collaborationwait_agent", "collaborationinterrupt_agent"],
  ...["collaborationsend_message", "collaborationfollowup_task", "my_teamspawn_agent"],
])("calls of %s are held", (tool) => {
  expect(tool).toMatch(new RegExp(heldTools));
});

test.each([
  ...["mcp__slack__send_message", "mcp__x__spawn_agent", "mcp__baton__get_run", "view_image", "update_plan", "Bash2"],
])("calls of %s are let alone", (tool) => {
  expect(tool).not.toMatch(new RegExp(heldTools));
});

test.each([
  { codexHome: "/home/x/.codex", command: "node --jitless '/home/x/.codex/baton/bin/hook.mjs' SubagentStop" },
  { codexHome: "/home/x y/it's/", command: "node --jitless '/home/x y/it'\\''s/baton/bin/hook.mjs' SubagentStop" },
  {
    codexHome: "C:\\Users\\x y\\.codex",
    command: 'node --jitless "C:\\Users\\x y\\.codex/baton/bin/hook.mjs" SubagentStop',
  },
])("the user's hook in $codexHome is quoted for its shell", ({ codexHome, command }) => {
  const stop = hookGroups(user(codexHome)).SubagentStop?.[0]?.hooks;
  expect(stop).toEqual([{ type: "command", command, timeout: 30, statusMessage: "Baton checks the answer" }]);
});

test("the user's server is started by its absolute path", () => {
  expect(mcpServer(user("/home/x/.codex"))).toMatchObject({
    command: "node",
    args: ["/home/x/.codex/baton/bin/baton.mjs", "mcp"],
  });
});

test.each([project, user("/home/x/.codex"), user("C:\\x")])("our own groups are recognised in $kind scope", (scope) => {
  const groups = hookEvents.flatMap((event) => hookGroups(scope)[event] ?? []);
  expect(groups.map(isBatonGroup)).toEqual(groups.map(() => true));
});

test.each([
  { hooks: [{ type: "command", command: "node hooks/check.mjs" }] },
  { hooks: [{ type: "command", command: "cat .baton/bin/hook.mjs" }] },
  { hooks: [{ type: "command", command: "node .baton/bin/baton.mjs mcp" }] },
  { hooks: [{ type: "mcp_tool", server: "baton" }] },
  { hooks: "node .baton/bin/hook.mjs Stop" },
  null,
])("%j is not ours", (group) => {
  expect(isBatonGroup(group)).toBe(false);
});

describe.skipIf(process.platform === "win32")("in a repository whose path has a space, from a sub-directory", () => {
  let root = "";
  let below = "";
  beforeAll(() => {
    root = join(realpathSync(mkdtempSync(join(tmpdir(), "baton wanted "))), "it's a repo");
    below = join(root, "sub", "deep dir");
    mkdirSync(below, { recursive: true });
    mkdirSync(join(root, ".baton", "bin"), { recursive: true });
    for (const program of ["baton.mjs", "hook.mjs"])
      writeFileSync(join(root, ".baton", "bin", program), "console.log(JSON.stringify(process.argv.slice(1)));");
    execFileSync("git", ["init", "-q", root]);
  });
  afterAll(() => rmSync(join(root, ".."), { recursive: true, force: true }));

  const run = (command: string, args: readonly string[]): unknown =>
    JSON.parse(execFileSync(command, args, { cwd: below, encoding: "utf8" }));

  test("the server starts the repository's own baton.mjs", () => {
    const { command, args } = mcpServer(project);
    expect(run(command, args)).toEqual([join(root, ".baton", "bin", "baton.mjs"), "mcp"]);
  });

  test.each(["command", "commandWindows"] as const)("the hook's %s starts its hook.mjs", (which) => {
    const [handler] = handlers(project);
    expect(run("sh", ["-c", handler?.[which] ?? ""])).toEqual([join(root, ".baton", "bin", "hook.mjs"), "PreToolUse"]);
  });

  test("the user's hook starts the user's hook.mjs", () => {
    const home = join(root, "codex home");
    mkdirSync(join(home, "baton", "bin"), { recursive: true });
    writeFileSync(join(home, "baton", "bin", "hook.mjs"), "console.log(JSON.stringify(process.argv.slice(2)));");
    const [handler] = handlers(user(home));
    expect(run("sh", ["-c", handler?.command ?? ""])).toEqual(["PreToolUse"]);
  });

  test("a baton.mjs planted below the root is not started", () => {
    mkdirSync(join(below, ".baton", "bin"), { recursive: true });
    writeFileSync(join(below, ".baton", "bin", "baton.mjs"), "console.log('\"planted\"');");
    const { command, args } = mcpServer(project);
    expect(run(command, args)).toEqual([join(root, ".baton", "bin", "baton.mjs"), "mcp"]);
  });
});
