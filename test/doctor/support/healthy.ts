import type { CodexAnswers } from "../../../src/codex/codex-answers.ts";
import type { LoadedHook } from "../../../src/codex/hooks-answer.ts";
import type { DoctorFacts } from "../../../src/doctor/facts.ts";

export const hook: LoadedHook = {
  key: "/p/.codex/hooks.json:subagent_stop:0:0",
  event: "subagentStop",
  command: 'node "$(git rev-parse --show-toplevel)/.baton/bin/hook.mjs" SubagentStop',
  sourcePath: "/p/.codex/hooks.json",
  enabled: true,
  trust: "trusted",
  hash: "sha256:1",
};

const testing = "/p/.agents/skills/testing/SKILL.md";
const loaded = { name: "testing", description: "Test rules.", path: testing, scope: "repo", enabled: true };

/** What a Codex says where all is well; tests change one thing. */
export const answers = {
  version: "0.169.0",
  warnings: [],
  config: {
    ok: true,
    value: {
      disabled: [],
      trustLevels: { "/p": "trusted" },
      hooksOff: false,
      agentsOff: false,
      agents: [],
      servers: [{ name: "baton", enabled: true }],
    },
  },
  skills: { ok: true, value: { skills: [loaded], errors: [] } },
  hooks: { ok: true, value: { hooks: [hook], warnings: [] } },
  session: {
    ok: true,
    value: {
      roles: [
        { name: "critic", description: "Reviews a claim.\n- This role's model is set to `x`." },
        { name: "default", description: "Default agent." },
      ],
      listing: { size: 60, skills: [{ name: "testing", description: "Test rules.", path: testing }] },
    },
  },
  server: { ok: true, value: { running: true, tools: ["validate_answer"] } },
} as const satisfies CodexAnswers;

/** An install of one skill, one agent, one hook and the MCP server, all in force. */
export const healthy = {
  version: "1.0.0",
  place: {
    scope: "project",
    root: "/p",
    viewpoint: { here: "/p", project: "/p" },
    trustRoot: "/p",
    codexFolder: "/p/.codex",
    hooksFile: { path: "/p/.codex/hooks.json", file: ".codex/hooks.json" },
    userConfig: { path: "/h/config.toml", file: "/h/config.toml" },
    config: { path: "/p/.codex/config.toml", file: ".codex/config.toml" },
    mainCheckout: undefined,
  },
  node: { path: "/bin/node", version: "24.1.0" },
  git: "/bin/git",
  start: { leads: "here" },
  codex: { state: "answered", path: "/bin/codex", answers },
  switchedOff: undefined,
  manifest: {
    format: 1,
    version: "1.0.0",
    scope: "project",
    state: "complete",
    files: [],
    directories: [],
    settings: [],
  },
  otherInstall: undefined,
  problems: [],
  files: [
    { target: ".baton/bin/baton.mjs", file: ".baton/bin/baton.mjs", state: "as-installed", broken: [] },
    { target: ".baton/contract.yaml", file: ".baton/contract.yaml", state: "edited", broken: [] },
  ],
  skills: [{ name: "testing", path: testing, file: ".agents/skills/testing/SKILL.md", there: true, listed: true }],
  agents: [
    {
      name: "critic",
      path: "/p/.codex/agents/critic.toml",
      file: ".codex/agents/critic.toml",
      there: true,
      says: { name: "critic", description: "Reviews a claim." },
      text: 'name = "critic"\nbogus = 1\ndescription = "Reviews a claim."\n',
    },
  ],
  hooks: [{ event: "SubagentStop", command: hook.command }],
  unwired: [],
  server: true,
  otherAgents: [],
} as const satisfies DoctorFacts;

/** The healthy facts with other answers of Codex's. */
export function answering(changed: Partial<CodexAnswers>): DoctorFacts {
  return { ...healthy, codex: { ...healthy.codex, answers: { ...answers, ...changed } } };
}

/** An answer, as the port gives it. */
export function answer<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
