import { expect, test } from "vitest";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answering, healthy } from "./support/healthy.ts";

const newer = "install Node 20.19 or newer and put it first on PATH, in the shell Codex is started from";

test.each<[string, Partial<DoctorFacts>, string]>([
  [
    "no node",
    { node: { path: undefined, version: undefined } },
    `node codex/node-missing - there is no "node" on PATH → ${newer}`,
  ],
  [
    "a node that does not run",
    { node: { path: "/n", version: undefined } },
    `/n codex/node-missing - "node --version" does not answer → ${newer}`,
  ],
  [
    "an old node",
    { node: { path: "/n", version: "20.18.3" } },
    `/n codex/node-too-old - the first "node" on PATH is 20.18.3, older than 20.19 → ${newer}`,
  ],
  [
    "no git",
    { git: undefined },
    `git codex/git-missing - there is no "git" on PATH, which the hook's command calls → install git, or start Codex from a shell that finds it`,
  ],
])("%s keeps hooks from starting", (_, changed, finding) => {
  expect(examined("Node", { ...healthy, ...changed })).toEqual(["error", finding]);
});

test("git is not missed where no hook asks for it", () => {
  const hooks = [{ event: "SubagentStop", command: "node /h/baton/bin/hook.mjs SubagentStop" }];

  expect(examined("Node", { ...healthy, git: undefined, hooks })).toHaveLength(1);
});

test("the oldest Node that will do is good", () => {
  expect(examined("Node", { ...healthy, node: { path: "/n", version: "20.19.0" } })[0]).toMatch(/^ok/);
});

test("a missing Codex is a warning: nothing is known to be wrong", () => {
  expect(examined("Codex", { ...healthy, codex: { state: "missing" } })).toEqual([
    "warning",
    "codex codex/not-found (warning) - there is no Codex on PATH: nothing could be proven to be in force → npm install -g @openai/codex, or name it: baton doctor --codex <path>",
  ]);
});

test.each(["0.168.9", "0.170.0", "1.169.0"])("Codex %s is one that Baton does not know", (version) => {
  expect(examined("Codex", answering({ version }))).toEqual([
    "warning",
    `/bin/codex codex/unknown-version (warning) - this is Codex ${version}; what Baton relies on was established on 0.169 → take the rest with care, or npm install -g @openai/codex@0.169`,
  ]);
});

test("a Codex that does not start as an app-server is an error", () => {
  const codex = { state: "silent", path: "/bin/codex", version: "0.20.0", why: "it ended" } as const;

  expect(examined("Codex", { ...healthy, codex })).toEqual([
    "error",
    expect.stringContaining("codex/unknown-version (warning)"),
    "/bin/codex codex/no-answer - Codex did not answer: it ended → run codex in this directory and see whether it starts",
  ]);
});

test("a question without an answer is an error, and its area is skipped", () => {
  const facts = answering({ skills: { ok: false, why: "its answer to skills/list is not understood" } });

  expect(examined("Codex", facts)).toEqual([
    "error",
    "/bin/codex codex/no-answer - Codex did not say its skills: its answer to skills/list is not understood → run baton doctor again",
  ]);
  expect(examined("Skills", facts)).toEqual([
    "skipped: Codex gave no answer: its answer to skills/list is not understood",
  ]);
});

test.each(["20.20.2", "22.12.0", "23.3.0"])("on Node %s hooks hold only what needs no run", (version) => {
  const facts = { ...healthy, node: { path: "/n", version } };

  expect(examined("Node", facts)[0]).toMatch(/^ok/);
  expect(examined("Hooks", facts)).toEqual([
    "warning",
    `/n codex/runs-not-kept (warning) - Node ${version} checks answers and writes only: no run is kept, so stop points, order and commits are not held → install Node 22.13 or newer and put it first on PATH, in the shell Codex is started from`,
  ]);
});

test.each(["22.13.0", "23.4.0", "24.0.0"])("on Node %s hooks hold everything", (version) => {
  expect(examined("Hooks", { ...healthy, node: { path: "/n", version } })[0]).toMatch(/^ok/);
});
