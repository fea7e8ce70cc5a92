import type { Marks } from "./marks-of.ts";

/** Where an event is written: a line of a session file, counted from 1; line 0 is a moment that a hook reported. */
export interface TracePlace {
  readonly file: string;
  readonly line: number;
}

interface Common {
  /** When, in ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly where: TracePlace;
  /** The thread it happened in. A session's root thread carries the session's id. */
  readonly thread: string;
  /** The type of the subagent whose thread it is; null in the root. */
  readonly agent: string | null;
}

/** A session, or a later start of it, began. */
export interface SessionStarted extends Common {
  readonly kind: "session_started";
  readonly source: "startup" | "resume" | "fork";
  readonly cwd: string;
  /** Codex's version as it states it; null when it does not. */
  readonly codex: string | null;
  readonly model: string | null;
}

/** A person wrote something. Nothing that Codex, a hook or an agent wrote in a person's place is one. */
export interface PersonMessage extends Common {
  readonly kind: "person_message";
  readonly text: string;
}

/** Codex put a skill's text before the model because a person named it (`$name`). */
export interface SkillInvoked extends Common {
  readonly kind: "skill_invoked";
  readonly skill: string;
}

/** An agent called for a subagent. */
export interface Spawn extends Common {
  readonly kind: "spawn";
  readonly call: string;
  /** The type asked for; null for Codex's default agent. */
  readonly type: string | null;
  /** The task's name (second generation); null where there is none. */
  readonly name: string | null;
  /** What the subagent was told; null where it cannot be read. */
  readonly prompt: string | null;
  /** Whether the subagent got the conversation so far. */
  readonly inherits: boolean;
  /** The subagent's thread; null when none came to be, or none is known yet. */
  readonly child: string | null;
  /** Why none came to be: what the tool answered, a hook's denial included. */
  readonly refused: string | null;
}

/** An agent said something to a subagent that it, or another, had spawned. */
export interface AgentAddressed extends Common {
  readonly kind: "agent_addressed";
  /** `task` starts a new turn (send_input, followup_task, resume_agent); `note` does not (send_message). */
  readonly as: "task" | "note";
  readonly target: string;
  readonly prompt: string | null;
  /** Whether it interrupts what the subagent is doing. */
  readonly interrupts: boolean;
  readonly refused: string | null;
}

/** An agent waited for subagents. */
export interface Wait extends Common {
  readonly kind: "wait";
  /** Threads waited for; empty for any. */
  readonly targets: readonly string[];
  /** As the call asked for it; null for the tool's default. */
  readonly timeoutMs: number | null;
  readonly timedOut: boolean;
  readonly refused: string | null;
}

/** An agent ended another's work: closed it (first generation) or interrupted it (second). */
export interface Close extends Common {
  readonly kind: "close";
  readonly how: "close" | "interrupt";
  readonly target: string;
  /** What Codex says the subagent was doing then. */
  readonly was: "running" | "finished" | "unknown";
  readonly refused: string | null;
}

/** A subagent ended a turn. `thread` and `agent` are the subagent's. */
export interface Answer extends Common {
  readonly kind: "answer";
  readonly text: string;
  /** Why there is no answer: the turn failed or was interrupted; null for an answer. */
  readonly failed: string | null;
}

/** A hook sent an agent on instead of letting it finish. */
export interface SentOn extends Common {
  readonly kind: "sent_on";
  readonly reason: string;
}

/** Baton put required material before a subagent at its start. `thread` and `agent` are the subagent's. */
export interface HandedOver extends Common {
  readonly kind: "handed_over";
  /** Names of what the contract's handoffs pass. */
  readonly names: readonly string[];
}

/** A shell command ran, or was refused. */
export interface CommandRun extends Common {
  readonly kind: "command";
  readonly command: string;
  readonly cwd: string | null;
  /** null while unknown. */
  readonly exitCode: number | null;
  /** What it printed, cut to 2,000 characters; empty when that is not known. */
  readonly output: string;
  readonly refused: string | null;
  /** Files of the work tree that git did not know before it, by their paths from the checkout's root; only there where that was asked. */
  readonly untracked?: readonly string[];
}

/** A patch was applied, or refused. Paths are as the patch names them, relative to the session's directory where they lie in it. */
export interface FilesChanged extends Common {
  readonly kind: "files_changed";
  readonly files: readonly {
    readonly path: string;
    readonly change: "added" | "updated" | "deleted";
    /** Only there where the patch's own lines show that it does no more than that in this file. */
    readonly marks?: Marks;
  }[];
  readonly refused: string | null;
}

/** An agent called a tool of an MCP server. */
export interface ToolCalled extends Common {
  readonly kind: "tool_called";
  readonly server: string;
  readonly tool: string;
}

/** A turn of the root began. */
export interface TurnStarted extends Common {
  readonly kind: "turn_started";
}

/** A turn of the root ended, with the last thing the model said in it. */
export interface TurnEnded extends Common {
  readonly kind: "turn_ended";
  readonly message: string | null;
  /** Whether it was cut off: by a person, or by the process's end. */
  readonly aborted: boolean;
}

/** A thread's conversation was replaced by a summary. */
export interface Compacted extends Common {
  readonly kind: "compacted";
}

/** A person switched Baton's hooks off or on. */
export interface HooksSwitched extends Common {
  readonly kind: "hooks_switched";
  readonly on: boolean;
  /** How: the command's scope, or the environment variable. */
  readonly by: "project" | "session" | "environment";
}

/** Something that happened in a session, with its place. */
export type TraceEvent =
  | SessionStarted
  | PersonMessage
  | SkillInvoked
  | Spawn
  | AgentAddressed
  | Wait
  | Close
  | Answer
  | SentOn
  | HandedOver
  | CommandRun
  | FilesChanged
  | ToolCalled
  | TurnStarted
  | TurnEnded
  | Compacted
  | HooksSwitched;
