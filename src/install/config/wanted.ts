import type { HookEvent, HookGroup, HookGroups } from "./hook-group.ts";
import type { McpServer } from "./mcp-server.ts";

/** Where an install's Codex files are: the repository's `.codex`, or the user's `CODEX_HOME` (an absolute path). */
export type ConfigScope = { readonly kind: "project" } | { readonly kind: "user"; readonly codexHome: string };

/**
 * Starts one of the repository's own programs from any directory of it. Codex takes a relative path, and `cwd` too, from the
 * directory the session runs in, and starts servers without a shell. Nothing in it needs quoting by sh, cmd, PowerShell
 * or TOML. It looks no higher than the repository's root: what lies above is not the repository's to trust.
 */
function fromRoot(program: Program): string {
  return [
    "const f=require('node:fs'),p=require('node:path')",
    "let d=process.cwd()",
    "for(let u=d;;u=p.dirname(u)){if(f.existsSync(p.join(u,'.git'))){d=u;break}if(u===p.dirname(u))break}",
    `d=p.join(d,'.baton','bin','${program}')`,
    "process.argv.splice(1,0,d)",
    "import(require('node:url').pathToFileURL(d))",
  ].join(";");
}

type Program = "baton.mjs" | "hook.mjs";

/** The MCP server Baton wants in config.toml. Its tools are approved there: `codex exec` can ask nobody. */
export function mcpServer(scope: ConfigScope): McpServer {
  const program = scope.kind === "user" ? [userProgram(scope.codexHome, "baton.mjs")] : ["-e", fromRoot("baton.mjs")];
  return {
    command: "node",
    args: [...program, "mcp"],
    startupTimeoutSec: 10,
    defaultToolsApprovalMode: "approve",
  };
}

/**
 * The tools whose calls are held: the shell, patches, and every tool for subagents, whatever namespace this model's
 * generation puts before its name. No MCP tool: their names have a `__`. Codex takes it as a regular expression.
 */
const heldTools = "^(Bash|apply_patch|([^_]|_[^_])*(_agent|send_input|send_message|followup_task))$";

interface Wiring {
  readonly event: HookEvent;
  readonly matcher?: string;
  /** What Codex shows a person meanwhile; only where it takes long enough to be read. */
  readonly statusMessage?: string;
  /** How many tokens of a hook's text Codex puts before the model, instead of 2,500; the middle of a longer one is cut. */
  readonly additionalContextLimit?: number;
}

const wirings: readonly Wiring[] = [
  { event: "PreToolUse", matcher: heldTools },
  { event: "PostToolUse", matcher: heldTools },
  { event: "SessionStart" },
  { event: "UserPromptSubmit" },
  // A handoff holds whole answers of other agents.
  { event: "SubagentStart", additionalContextLimit: 20_000 },
  { event: "SubagentStop", statusMessage: "Baton checks the answer" },
  { event: "Stop" },
];

/**
 * The hooks Baton wants in hooks.json. A person trusts a hook by a hash over its command, matcher, timeout and status
 * message, and by its index: none of them may change between versions, and groups are added at the end only.
 */
export function hookGroups(scope: ConfigScope): HookGroups {
  const groups = wirings.map(({ event, matcher, ...shown }): readonly [HookEvent, readonly HookGroup[]] => {
    const handler = { type: "command", ...hookCommand(scope, event), timeout: 30, ...shown } as const;
    return [event, [{ ...(matcher === undefined ? {} : { matcher }), hooks: [handler] }]];
  });
  return Object.fromEntries(groups);
}

/**
 * Node makes no machine code for a hook: that takes longer than the hook then saves by it, and there is less to attack in
 * what runs outside the sandbox.
 */
export const hookNode = "node --jitless";

/** On Windows Codex runs hooks through cmd, which knows no `$(…)`; there `commandWindows` stands in for `command`. */
function hookCommand(scope: ConfigScope, event: HookEvent): { command: string; commandWindows?: string } {
  if (scope.kind === "user")
    return { command: `${hookNode} ${quoted(userProgram(scope.codexHome, "hook.mjs"))} ${event}` };
  return {
    command: `${hookNode} "$(git rev-parse --show-toplevel)/.baton/bin/hook.mjs" ${event}`,
    commandWindows: `${hookNode} -e "${fromRoot("hook.mjs")}" ${event}`,
  };
}

function userProgram(codexHome: string, program: Program): string {
  return `${codexHome.replace(/[\\/]+$/, "")}/baton/bin/${program}`;
}

/** One word of a shell: of cmd for a Windows path, of sh for any other. */
function quoted(path: string): string {
  return /^(?:[A-Za-z]:|\\\\)/.test(path) ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}
