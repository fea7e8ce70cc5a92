import type { Catalogue } from "../entry.ts";

export const configCodes = {
  "install/config-unreadable": {
    severity: "error",
    title: "a configuration file of Codex does not parse",
    why: "Baton adds to `.codex/config.toml` and `.codex/hooks.json` and never rewrites them: what it cannot read, it leaves alone.",
    fix: "Correct the place the finding points at, then run the command again. Nothing was changed.",
    bad: '{"hooks": {"Stop": [],}}',
    good: '{"hooks": {"Stop": []}}',
  },
  "install/config-closed": {
    severity: "error",
    title: "`mcp_servers` is written in a form that takes no table",
    why: "TOML closes an inline table at its brace: a `[mcp_servers.baton]` header behind it keeps Codex from starting.",
    fix: "Add the server the hint shows inside the braces, or turn the inline table into `[mcp_servers.<name>]` tables, then run the command again.",
    bad: 'mcp_servers = { docs = { command = "docs" } }',
    good: '[mcp_servers.docs]\ncommand = "docs"',
  },
  "install/config-fixed": {
    severity: "error",
    title: "a key of `config.toml` cannot be set without rewriting what is yours",
    why: "Baton adds lines and replaces its own values. A table between braces takes no line, and is not rewritten.",
    fix: "Write the table as `[header]`s, or make the change the hint names by hand.",
    bad: "hooks = { state = {} }",
    good: "[hooks.state]",
  },
  "install/config-link": {
    severity: "error",
    title: "`config.toml` is a link that is not followed",
    why: "What it points at is replaced as a whole, and decides what Codex runs: it must be a file of your own, outside of the project.",
    fix: "Put a file there, or make the change the hint names by hand.",
  },
  "install/config-changed": {
    severity: "error",
    title: "`config.toml` was changed meanwhile",
    why: "Codex writes it too. What somebody else has just written is not overwritten.",
    fix: "Run the command again.",
  },
  "install/config-unsafe": {
    severity: "error",
    title: "an edit of a configuration file would change more than Baton's own part",
    why: "Every edit is read back before it is written: all that is yours must be equal before and after. This one was not, and was not written.",
    fix: "Report it with the file: it is a bug of Baton's.",
  },
  "install/hooks-rejected": {
    severity: "warning",
    title: "Codex rejects this `hooks.json` as a whole",
    why: "Codex reads no hook of a file with a byte order mark or with a top-level key other than `description` and `hooks`, and says so only in its `hooks/list`.",
    fix: "Remove what the finding points at.",
    bad: '{"version": 1, "hooks": {}}',
    good: '{"hooks": {}}',
  },
} as const satisfies Catalogue;
