import type { Catalogue } from "../entry.ts";

/** Codes about the parts of an install that Codex loads. */
export const codexPartCodes = {
  "codex/hook-missing": {
    severity: "error",
    title: "Codex has no hook of Baton's where one was installed",
    why: "Answers are not checked when they come; stop points are not held.",
    fix: "Run `baton install`; in a linked work tree, run it in the main checkout: Codex reads hooks there.",
  },
  "codex/hook-untrusted": {
    severity: "warning",
    title: "a hook is not trusted",
    why: "Codex skips a hook that nobody has trusted, without a word. Whether to trust it is your decision, so this is no error.",
    fix: "Start `codex` and approve it with `/hooks`, or add the lines the finding shows to the user's `config.toml`.",
  },
  "codex/hook-modified": {
    severity: "error",
    title: "a hook was changed after it was trusted",
    why: "Trust holds for one hash of the command, matcher and timeout. Codex skips the changed hook without a word.",
    fix: "If the change is yours or Baton's, approve it again with `/hooks`.",
  },
  "codex/hook-disabled": {
    severity: "error",
    title: "a hook is switched off",
    why: "Somebody set `enabled = false` for it; Codex skips it without a word.",
    fix: "Switch it on with `/hooks`, or take `enabled = false` out of its `[hooks.state]` table.",
  },
  "codex/hook-doubled": {
    severity: "warning",
    title: "two hooks of Baton's answer one event",
    why: "One stands in the project, one in the user's home: every answer is checked twice.",
    fix: "Uninstall one of the two: `baton uninstall` or `baton uninstall --user`.",
  },
  "codex/hooks-off": {
    severity: "error",
    title: "hooks are switched off",
    why: "With `features.hooks = false` Codex runs none.",
    fix: "Take `hooks = false` out of `[features]` in config.toml.",
  },
  "codex/hooks-let-pass": {
    severity: "warning",
    title: "Baton's hooks let everything pass",
    why: "`BATON_HOOKS=off` is the way out for a person. A session started from this shell has it too.",
    fix: "`unset BATON_HOOKS`.",
  },
  "codex/hooks-rejected": {
    severity: "error",
    title: "Codex rejects a hooks.json",
    why: "It reads no hook of the file, and says so nowhere else.",
    fix: "Correct what Codex names.",
  },
  "codex/skill-missing": {
    severity: "error",
    title: "Codex does not have a skill of the pack",
    why: "`$name` injects nothing, and an agent that is told to read it cannot.",
    fix: "`baton install --restore` brings its file back.",
  },
  "codex/skill-not-loaded": {
    severity: "error",
    title: "Codex could not load a skill",
    why: "It says so on standard error and goes on without the skill.",
    fix: "Correct what Codex names; `baton diff` shows your edits.",
  },
  "codex/skill-renamed": {
    severity: "error",
    title: "a skill of the pack has another name",
    why: "Recipes, agents and you call it by the name the pack gave it.",
    fix: "Put the `name` back into its front matter.",
  },
  "codex/skill-doubled": {
    severity: "error",
    title: "there is a second skill of the same name",
    why: "Codex lists both, and `$name` injects neither, without a word.",
    fix: "Remove or rename one, or switch it off with the lines the finding shows.",
    good: '[[skills.config]]\npath = "/home/me/.agents/skills/testing/SKILL.md"\nenabled = false',
  },
  "codex/skill-disabled": {
    severity: "error",
    title: "a skill of the pack is switched off",
    why: "`[[skills.config]]` has `enabled = false` for it: it is not listed, and `$name` injects nothing.",
    fix: "Take that entry out of config.toml.",
  },
  "codex/listing-cut": {
    severity: "warning",
    title: "Codex cuts the descriptions of skills",
    why: "The list of all skills may take 2 % of the context window. Over it, Codex shortens every description alike, without a word, then leaves skills out: the model no longer knows when to use them.",
    fix: "Remove or switch off skills you do not need; every skill counts, not only Baton's.",
  },
  "codex/agent-missing": {
    severity: "error",
    title: "Codex does not offer an agent of the pack",
    why: "`spawn_agent` answers `unknown agent_type`, in the middle of the flow.",
    fix: "`baton install --restore` brings its file back.",
  },
  "codex/agent-malformed": {
    severity: "error",
    title: "Codex drops an agent",
    why: "One key that Codex does not know, or one value of the wrong form, drops the whole agent.",
    fix: "Correct what Codex names; `baton diff` shows your edits.",
  },
  "codex/agent-shadowed": {
    severity: "error",
    title: "another agent of the same name is in force",
    why: "The nearest directory wins, the project over the user. The flow would run with somebody else's instructions.",
    fix: "Rename or remove the other one.",
  },
  "codex/agent-doubled": {
    severity: "warning",
    title: "there is a second agent of the same name",
    why: "Baton's is in force here; from another directory it may be the other.",
    fix: "Rename or remove the other one.",
  },
  "codex/agents-off": {
    severity: "error",
    title: "Codex offers its model no subagents",
    why: "Without them no recipe can run.",
    fix: "Take `enabled = false` out of `[agents]` in config.toml.",
  },
  "codex/server-missing": {
    severity: "error",
    title: "Codex does not have Baton's MCP server",
    why: "The orchestrator cannot have an answer checked.",
    fix: "`baton install --restore` puts `[mcp_servers.baton]` back.",
  },
  "codex/server-disabled": {
    severity: "warning",
    title: "Baton's MCP server is switched off",
    why: "The orchestrator cannot have an answer checked.",
    fix: "Take `enabled = false` out of `[mcp_servers.baton]`.",
  },
  "codex/server-failed": {
    severity: "error",
    title: "Baton's MCP server does not start",
    why: "A session goes on without it, and `codex exec` says nothing.",
    fix: "Run `node .baton/bin/baton.mjs mcp` and see what it says.",
  },
} as const satisfies Catalogue;
