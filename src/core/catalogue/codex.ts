import type { Catalogue } from "../entry.ts";
import { codexPartCodes } from "./codex-part.ts";

export const codexCodes = {
  "codex/node-missing": {
    severity: "error",
    title: "there is no node for Codex to start",
    why: "Codex runs hooks and MCP servers with the `PATH` it was started with. Without `node` there, the hook fails, and Codex goes on as if there were none.",
    fix: "Install Node 20.19 or newer, and start Codex from a shell that finds it.",
  },
  "codex/node-too-old": {
    severity: "error",
    title: "the node that Codex starts is too old",
    why: "The hooks and the MCP server need Node 20.19. It is the first `node` on `PATH` that counts, not the one that runs this command.",
    fix: "Put a newer Node first on `PATH`.",
  },
  "codex/git-missing": {
    severity: "error",
    title: "there is no git for the hook to find the repository with",
    why: "The hook's command asks git for the root of the repository. When it fails, Codex goes on as if there were no hook.",
    fix: "Install git, or start Codex from a shell that finds it.",
  },
  "codex/not-found": {
    severity: "warning",
    title: "there is no Codex to ask",
    why: "What is in force only Codex itself can say. Files were checked, nothing else.",
    fix: "Install it (`npm install -g @openai/codex`), or name it with `--codex <path>`.",
  },
  "codex/no-answer": {
    severity: "error",
    title: "Codex did not answer",
    why: "What it does not answer cannot be proven to be in force.",
    fix: "Run `codex app-server --help` to see whether it starts; a Codex older than 0.169 may not know the question.",
  },
  "codex/unknown-version": {
    severity: "warning",
    title: "this version of Codex is not one that Baton knows",
    why: "What Baton relies on was established on Codex 0.169. Others may load, skip or call things differently.",
    fix: "Use 0.169 (`npm install -g @openai/codex@0.169`), or take the rest of the report with care.",
  },
  "codex/config-invalid": {
    severity: "error",
    title: "Codex cannot read its configuration",
    why: "`codex` and `codex exec` do not start with it; nothing is in force.",
    fix: "Correct the place the finding points at.",
  },
  "codex/project-untrusted": {
    severity: "error",
    title: "Codex does not trust this project",
    why: "In a project that is not trusted, Codex loads skills only: no agents, no hooks, no MCP server, without a word to the model.",
    fix: "Say yes when `codex` asks at its start in the repository, run `baton trust --project`, or add the lines the finding shows to the user's `config.toml`.",
    good: '[projects."/home/me/project"]\ntrust_level = "trusted"',
  },
  "codex/install-unfinished": {
    severity: "error",
    title: "an install or uninstall was interrupted",
    why: "Some files are the old ones and some the new.",
    fix: "Run the same command again: it goes on from there.",
  },
  "codex/file-missing": {
    severity: "error",
    title: "a file of the install is gone",
    why: "Something counts on it: a hook on the program, a check on a schema, a skill on its references.",
    fix: "`baton install --restore` brings it back.",
  },
  "codex/file-unreadable": {
    severity: "error",
    title: "a file of the install cannot be read",
    why: "What cannot be read is not in force.",
    fix: "Give yourself the right to read it.",
  },
  "codex/program-changed": {
    severity: "error",
    title: "the installed program is not the one that was installed",
    why: "Hooks and the MCP server run the programs in `.baton/bin` outside the sandbox. Their bytes are known, and these are others.",
    fix: "Find out who changed it, delete the file, and run `baton install --restore`.",
  },
  ...codexPartCodes,
} as const satisfies Catalogue;
