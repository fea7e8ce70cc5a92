import { expect, test } from "vitest";
import type { LoadedHook } from "../../src/codex/hooks-answer.ts";
import type { DoctorFacts, HookStart } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answer, answering, answers, healthy, hook } from "./support/healthy.ts";

function having(...hooks: readonly LoadedHook[]): DoctorFacts {
  return answering({ hooks: answer({ hooks, warnings: [] }) });
}

const table = '[hooks.state."/p/.codex/hooks.json:subagent_stop:0:0"]';
const stop = { ...hook, key: "/p/.codex/hooks.json:stop:0:0", event: "stop" };

/** The facts of an install with two hooks. */
function havingTwo(...hooks: readonly LoadedHook[]): DoctorFacts {
  return { ...having(...hooks), hooks: [...healthy.hooks, { event: "Stop", command: hook.command }] };
}

test.each<[string, DoctorFacts, string, string]>([
  [
    "never trusted",
    having({ ...hook, trust: "untrusted" }),
    "warning",
    ".codex/hooks.json codex/hook-untrusted (warning) - nobody has trusted Baton's hook: Codex skips it without a word → baton trust shows what each may do, and asks",
  ],
  [
    "changed since",
    having({ ...hook, trust: "modified" }),
    "error",
    '.codex/hooks.json codex/hook-modified - the hook for "SubagentStop" changed after it was trusted, which voids the trust: Codex skips it without a word → baton trust renews it, if the change is right',
  ],
  [
    "changed since into the user's own",
    having({ ...hook, trust: "modified", command: `nice ${hook.command}` }),
    "error",
    '.codex/hooks.json codex/hook-modified - the hook for "SubagentStop" changed after it was trusted, which voids the trust: Codex skips it without a word → approve "SubagentStop" with /hooks in codex, as its command is not the one that was installed',
  ],
  [
    "switched off",
    having({ ...hook, enabled: false }),
    "error",
    `/h/config.toml codex/hook-disabled - the hook for "SubagentStop" is switched off → take enabled = false out of ${table}`,
  ],
  [
    "not there",
    having(),
    "error",
    '.codex/hooks.json codex/hook-missing - Codex has no hook of Baton\'s for "SubagentStop" → baton install --restore puts it back',
  ],
  [
    "there for another event",
    having({ ...hook, event: "stop" }),
    "error",
    '.codex/hooks.json codex/hook-missing - Codex has no hook of Baton\'s for "SubagentStop" → baton install --restore puts it back',
  ],
  [
    "there from another file",
    having({ ...hook, sourcePath: "/p/app/.codex/hooks.json" }),
    "error",
    '.codex/hooks.json codex/hook-missing - Codex has no hook of Baton\'s for "SubagentStop" → baton install --restore puts it back',
  ],
  [
    "missing in the main checkout",
    { ...having(), place: { ...healthy.place, mainCheckout: "/main" } },
    "error",
    '.codex/hooks.json codex/hook-missing - Codex has no hook of Baton\'s for "SubagentStop" → this is a linked work tree, and Codex reads hooks from the main checkout: run baton install in /main',
  ],
  [
    "switched off with all hooks",
    answering({
      hooks: answer({ hooks: [], warnings: [] }),
      config: answer({ ...answers.config.value, hooksOff: true }),
    }),
    "error",
    "/h/config.toml codex/hooks-off - features.hooks is false: Codex runs no hook at all → take hooks = false out of [features]",
  ],
  [
    "in a file that Codex rejects",
    answering({
      hooks: answer({
        hooks: [],
        warnings: [
          "failed to parse hooks config /p/.codex/hooks.json: unknown field `version`, expected `description` or `hooks` at line 1 column 10",
        ],
      }),
    }),
    "error",
    ".codex/hooks.json codex/hooks-rejected 1:10 Codex rejects the file: unknown field `version`, expected `description` or `hooks` → correct it: until then no hook of this file runs",
  ],
  [
    "let pass by the environment",
    { ...healthy, switchedOff: { by: "environment", at: null, who: null } },
    "warning",
    ".codex/hooks.json codex/hooks-let-pass (warning) - BATON_HOOKS=off is set: the hooks let everything pass → unset BATON_HOOKS",
  ],
])("a hook that is %s", (_, facts, state, finding) => {
  expect(examined("Hooks", facts)).toEqual([state, finding]);
});

test("a command the user changed and trusted is in force", () => {
  const own = { ...hook, command: `nice ${hook.command}` };

  expect(examined("Hooks", having(own))[0]).toMatch(/^ok/);
});

test.each<[string, DoctorFacts, string]>([
  [
    "none of them trusted",
    havingTwo({ ...hook, trust: "untrusted" }, { ...stop, trust: "untrusted" }),
    "(warning) - nobody has trusted Baton's 2 hooks: Codex skips them without a word",
  ],
  [
    "only some trusted",
    havingTwo(hook, { ...stop, trust: "untrusted" }),
    '(warning) - nobody has trusted Baton\'s hooks for "Stop": Codex skips them without a word',
  ],
  [
    "all changed since",
    havingTwo({ ...hook, trust: "modified" }, { ...stop, trust: "modified" }),
    '- the hooks for "Stop", "SubagentStop" changed after they were trusted, which voids the trust: Codex skips them without a word',
  ],
])("several hooks, %s, are one finding", (_, facts, finding) => {
  const [, found, ...more] = examined("Hooks", facts);

  expect(found).toContain(finding);
  expect(more).toEqual([]);
});

test("hooks that a person switched off are told with who did it and when", () => {
  const switchedOff = { by: "project", at: "2026-02-01T10:05:00.000Z", who: "ann" } as const;

  expect(examined("Hooks", { ...healthy, switchedOff })).toEqual([
    "ok: SubagentStop: loaded and trusted",
    ".codex/hooks.json codex/hooks-switched-off (info) - the hooks were switched off by ann on 2026-02-01 at 10:05 UTC: they let everything pass → baton hook on switches them on again",
  ]);
});

test("events that an older install has not wired are a warning", () => {
  expect(examined("Hooks", { ...healthy, unwired: ["PreToolUse", "Stop"] })).toEqual([
    "warning",
    '.codex/hooks.json codex/hooks-outdated (warning) - this install wires no hook for "PreToolUse", "Stop": what they hold is not held → run baton update, then baton trust',
  ]);
});

test("the same hook in the user's home answers a second time", () => {
  const command = "node '/h/baton/bin/hook.mjs' SubagentStop";
  const other = { ...hook, key: "/h/hooks.json:subagent_stop:0:0", sourcePath: "/h/hooks.json", command };

  expect(examined("Hooks", having(hook, other))).toEqual([
    "warning",
    '/h/hooks.json codex/hook-doubled (warning) - Baton answers "SubagentStop" twice → uninstall one of the two: baton uninstall, or baton uninstall --user | - the other hook',
  ]);
  expect(examined("Hooks", having(hook, { ...other, trust: "untrusted" }))).toHaveLength(1);
});

test("hooks for several events that another file answers too are one finding", () => {
  const other = (one: LoadedHook): LoadedHook => ({ ...one, key: `${one.key}:2`, sourcePath: "/h/hooks.json" });

  const [, finding, ...more] = examined("Hooks", havingTwo(hook, stop, other(hook), other(stop)));

  expect(finding).toContain('/h/hooks.json codex/hook-doubled (warning) - Baton answers "Stop", "SubagentStop" twice');
  expect(more).toEqual([]);
});

const lost = "no hook can start: git, which its command asks for the repository's root, says";

test.each<[string, HookStart, string]>([
  [
    "there is no repository",
    { leads: "nowhere", why: "not a git repository (or any of the parent directories): .git" },
    `${lost} "not a git repository (or any of the parent directories): .git" → run git init in /p; or baton uninstall there, and baton install --user for all your projects`,
  ],
  [
    "git does not trust its owner",
    { leads: "nowhere", why: "detected dubious ownership in repository at '/my p'" },
    `${lost} "detected dubious ownership in repository at '/my p'" → make the directory yours, or say that you trust its owner: git config --global --add safe.directory '/my p'`,
  ],
  [
    "git fails otherwise",
    { leads: "nowhere", why: "no answer within 5 s" },
    `${lost} "no answer within 5 s" → run git rev-parse --show-toplevel where you start codex, and correct what it says`,
  ],
  [
    "the repository's root is another directory",
    { leads: "elsewhere", root: "/" },
    'the hooks start "/.baton/bin/hook.mjs", as git names that root, and Baton is installed in "/p" → run baton uninstall in /p, then baton install in /',
  ],
  [
    "they are started in a repository inside",
    { leads: "elsewhere", root: "/p/lib" },
    'the hooks start "/p/lib/.baton/bin/hook.mjs", as git names that root, and Baton is installed in "/p" → start codex outside of that repository, or run baton install in /p/lib',
  ],
])("hooks that Codex runs are astray where %s", (_, start, finding) => {
  const found = ["error", `.codex/hooks.json codex/hooks-astray - ${finding}`];

  expect(examined("Hooks", { ...healthy, start })).toEqual(found);
  expect(examined("Hooks", { ...healthy, start, codex: { state: "missing" } })).toEqual(found);
});
