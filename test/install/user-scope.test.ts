import { expect, it } from "vitest";
import { carryOut } from "../../src/install/carry-out.ts";
import { codexSettings } from "../../src/install/codex-settings.ts";
import { contentOf, shownText } from "../../src/install/content.ts";
import { userPlace } from "../../src/install/place.ts";
import { rewritePaths } from "../../src/install/rewrite-paths.ts";
import { surveySync } from "../../src/install/survey-sync.ts";
import { surveyUninstall } from "../../src/install/survey-uninstall.ts";
import { releaseOf } from "./support/bench.ts";
import { MemoryDisk } from "./support/memory-disk.ts";

const place = userPlace("/home/me", "/home/me/.codex");
const stop = new AbortController().signal;
const self = { pid: 1, host: "here", startedAt: "", isAlive: () => false };

function rewritten(text: string): string {
  const others = { ".baton/templates/plan.md": "", ".baton/schemas/a.schema.json": "", ".codex/agents/a.toml": "" };
  const release = rewritePaths(releaseOf("1.0.0", { ...others, ".agents/skills/a/SKILL.md": text }), place);
  const file = release.files.find(({ target }) => target === ".agents/skills/a/SKILL.md");
  return shownText(file?.content ?? contentOf(""));
}

it.each([
  ["read `.agents/skills/b/SKILL.md`.", "read `/home/me/.agents/skills/b/SKILL.md`."],
  ["(.baton/templates/plan.md)", "(/home/me/.codex/baton/templates/plan.md)"],
  ["every file in .codex/agents.", "every file in /home/me/.codex/agents."],
  [".agents/skills/<name>/SKILL.md", "/home/me/.agents/skills/<name>/SKILL.md"],
  ["./.baton/schemas/x.json", "/home/me/.codex/baton/schemas/x.json"],
])("names installed files by their absolute paths: %s", (text, expected) => {
  expect(rewritten(text)).toBe(expected);
});

it.each([
  ".baton/runs.db",
  "~/.agents/skills/mine",
  "src/.agents/skills/x",
  "https://example.org/.baton/templates/x",
  ".baton/templates-of-mine/x",
  "x.baton/templates/y",
  "$HOME/.agents/skills",
])("leaves alone what is the project's or somebody else's: %s", (text) => {
  expect(rewritten(text)).toBe(text);
});

it("changes nothing twice, and nothing in a project", () => {
  const release = rewritePaths(releaseOf("1.0.0", { ".agents/skills/a/SKILL.md": ".agents/skills/a" }), place);
  expect(rewritePaths(release, place)).toEqual(release);
});

it.each([
  { name: "beside a config.toml", own: { "/home/me/.codex/config.toml": 'model = "x"\n' } },
  { name: "in a home without any of them", own: { "/home/me/.profile": "" } },
])("installs into the three places $name and takes everything away again", async ({ own }) => {
  const disk = MemoryDisk.with(own);
  const before = disk.tree();
  const files = {
    ".agents/skills/a/SKILL.md": "see .baton/contract.yaml\n",
    ".codex/agents/b.toml": "",
    ".baton/contract.yaml": "",
  };
  const release = rewritePaths(releaseOf("1.0.0", files), place);
  const settings = codexSettings(place);
  const options = { dryRun: false, check: () => undefined };
  await carryOut({ disk, place, self, stop }, () => surveySync(disk, place, release, settings, {}), options);
  expect(disk.text("/home/me/.agents/skills/a/SKILL.md")).toBe("see /home/me/.codex/baton/contract.yaml\n");
  expect(disk.look("/home/me/.codex/agents/b.toml")).toBeDefined();
  expect(disk.text("/home/me/.codex/baton/base.jsonl")).toContain('[".codex/agents/b.toml",""]');
  expect(disk.text("/home/me/.codex/hooks.json")).toContain("/home/me/.codex/baton/bin/hook.mjs");
  await carryOut({ disk, place, self, stop }, () => surveyUninstall(disk, place, "1.0.0", settings), options);
  expect(disk.tree()).toEqual(before);
});
