import { isTable } from "./is-table.ts";

/** The hook events of Codex that a pack may use. */
export const hookEvents = [
  "PreToolUse",
  "PermissionRequest",
  "PostToolUse",
  "PreCompact",
  "PostCompact",
  "SessionStart",
  "SessionEnd",
  "UserPromptSubmit",
  "SubagentStart",
  "SubagentStop",
  "Stop",
  "Interrupt",
] as const;

export type HookEvent = (typeof hookEvents)[number];

/** One command of a group; `timeout` in seconds. */
interface HookHandler {
  readonly type: "command";
  readonly command: string;
  /** Stands in for `command` on Windows. */
  readonly commandWindows?: string;
  readonly timeout?: number;
  readonly statusMessage?: string;
  readonly additionalContextLimit?: number;
}

/** The handlers that run for one matcher of an event; without a matcher, for all. */
export interface HookGroup {
  readonly matcher?: string;
  readonly hooks: readonly HookHandler[];
}

export type HookGroups = Readonly<Partial<Record<HookEvent, readonly HookGroup[]>>>;

/** Whether a group of a hooks.json is one of ours: one of its commands calls `hook.mjs` in a `baton/bin`. */
export function isBatonGroup(group: unknown): boolean {
  if (!isTable(group) || !Array.isArray(group["hooks"])) return false;
  return group["hooks"].some((handler: unknown) => isTable(handler) && isBatonCommand(handler["command"]));
}

function isBatonCommand(command: unknown): boolean {
  return typeof command === "string" && /\bbaton[\\/]bin[\\/]hook\.mjs\b.* \w/.test(command);
}
