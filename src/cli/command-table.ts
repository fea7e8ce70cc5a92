import type { CommandGroup, CommandModule } from "./define-command.ts";

interface TableEntry {
  readonly summary: string;
  readonly group: string;
  // biome-ignore lint/suspicious/noExplicitAny: each command has options of its own, checked in its file
  readonly load: () => Promise<{ readonly default: CommandModule<any> | CommandGroup }>;
}

/** Every command, in the order help shows them. A command's code is loaded when it is called. */
export const commandTable: Readonly<Record<string, TableEntry>> = {
  install: {
    group: "Pack",
    summary: "put the pack into this repository, or for all your projects",
    load: () => import("./commands/install.ts"),
  },
  update: {
    group: "Pack",
    summary: "bring an install to this version, over your own edits",
    load: () => import("./commands/update.ts"),
  },
  status: {
    group: "Pack",
    summary: "show what is installed, what differs from it, what an update would bring",
    load: () => import("./commands/status.ts"),
  },
  diff: {
    group: "Pack",
    summary: "show your edits of installed files",
    load: () => import("./commands/diff.ts"),
  },
  doctor: {
    group: "Pack",
    summary: "prove what is in force in the Codex you have, by asking it",
    load: () => import("./commands/doctor.ts"),
  },
  list: {
    group: "Pack",
    summary: "list the pack's recipes, skills and agents",
    load: () => import("./commands/list.ts"),
  },
  uninstall: {
    group: "Pack",
    summary: "take the pack away and leave everything as it was",
    load: () => import("./commands/uninstall.ts"),
  },
  validate: {
    group: "Answers",
    summary: "check agents' answers and say where they go",
    load: () => import("./commands/validate.ts"),
  },
  schema: {
    group: "Answers",
    summary: "print the JSON Schema of an agent's answer",
    load: () => import("./commands/schema.ts"),
  },
  explain: {
    group: "Answers",
    summary: "explain a code that Baton printed",
    load: () => import("./commands/explain.ts"),
  },
  run: {
    group: "Runs",
    summary: "keep a run of several steps: open, update, resume, hand over, approve",
    load: () => import("./commands/run.ts"),
  },
  call: {
    group: "Runs",
    summary: "call a ledger tool with JSON, as over MCP",
    load: () => import("./commands/call.ts"),
  },
  audit: {
    group: "Runs",
    summary: "follow a session through its recipe and report every rule it broke",
    load: () => import("./commands/audit.ts"),
  },
  mcp: {
    group: "Codex",
    summary: "serve Baton's tools to an MCP client",
    load: () => import("./commands/mcp.ts"),
  },
  trust: {
    group: "Codex",
    summary: "show what Baton's hooks may do, and have Codex trust them",
    load: () => import("./commands/trust.ts"),
  },
  hook: {
    group: "Codex",
    summary: "switch the hooks off and on, see how they stand; answer Codex's events",
    load: () => import("./commands/hook.ts"),
  },
  lint: {
    group: "Pack",
    summary: "check skills, agents and contract of a pack or a project",
    load: () => import("./commands/lint.ts"),
  },
};
