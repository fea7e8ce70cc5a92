import type { Catalogue } from "../entry.ts";

export const traceCodes = {
  "trace/not-a-session": {
    severity: "error",
    title: "the file is not a Codex session file",
    why: "A session file starts with a line of the type `session_meta`. Without it nobody knows whose session it is.",
    fix: "Name a file `rollout-….jsonl` below `$CODEX_HOME/sessions`.",
  },
  "trace/not-the-root": {
    severity: "error",
    title: "the session file is a subagent's",
    why: "A subagent's file tells only its own part; what it is held to depends on the whole.",
    fix: "Name the file of the session it belongs to; its subagents' files are found from there.",
  },
  "trace/no-session": {
    severity: "error",
    title: "there is no such session",
    why: "Codex keeps its sessions below `$CODEX_HOME/sessions`; a session run with `--ephemeral` leaves none.",
    fix: "Check the id, the checkout, or `CODEX_HOME`; or name the session file itself.",
  },
} as const satisfies Catalogue;
