import { expect, test } from "vitest";
import { diagnose } from "../../src/core/diagnostic.ts";
import type { DoctorFacts, InstalledFile } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { healthy } from "./support/healthy.ts";

function withFile(target: string, changed: Partial<InstalledFile>, facts: DoctorFacts = healthy): DoctorFacts {
  return { ...facts, files: [{ target, file: target, state: "as-installed", broken: [], ...changed }] };
}

const broken = [diagnose("parse/toml", { message: "no", where: { file: "f" } })];
const withoutCodex: DoctorFacts = { ...healthy, codex: { state: "missing" } };

test.each<[string, DoctorFacts, string]>([
  [
    "a missing schema",
    withFile(".baton/schemas/a.schema.json", { state: "missing" }),
    ".baton/schemas/a.schema.json codex/file-missing - this file of the install is gone → baton install --restore brings it back",
  ],
  [
    "a file nobody may read",
    withFile(".baton/contract.yaml", { state: "unreadable" }),
    ".baton/contract.yaml codex/file-unreadable - it cannot be read → give yourself the right to",
  ],
  [
    "a changed program",
    withFile(".baton/bin/baton.mjs", { state: "edited" }),
    ".baton/bin/baton.mjs codex/program-changed - this is not the program of Baton 1.0.0 → find out who changed it, delete it, then baton install --restore",
  ],
  [
    "a changed program of the hooks",
    withFile(".baton/bin/hook.mjs", { state: "edited" }),
    ".baton/bin/hook.mjs codex/program-changed - this is not the program of Baton 1.0.0 → find out who changed it, delete it, then baton install --restore",
  ],
  ["a file that does not parse", withFile(".baton/x.json", { state: "edited", broken }), "f parse/toml - no"],
  [
    "a missing agent, without Codex",
    withFile(".codex/agents/critic.toml", { state: "missing" }, withoutCodex),
    ".codex/agents/critic.toml codex/file-missing - this file of the install is gone → baton install --restore brings it back",
  ],
  [
    "an interrupted install",
    { ...healthy, manifest: { ...healthy.manifest, state: "installing" } },
    ".baton/manifest.json codex/install-unfinished - an install was interrupted → baton install goes on from there",
  ],
  [
    "an interrupted uninstall",
    { ...healthy, manifest: { ...healthy.manifest, state: "removing" } },
    ".baton/manifest.json codex/install-unfinished - an uninstall was interrupted → baton uninstall goes on from there",
  ],
])("%s is an error", (_, facts, finding) => {
  expect(examined("Files", facts)).toEqual(["error", finding]);
});

test.each([".codex/agents/critic.toml", ".agents/skills/testing/SKILL.md"])(
  "what Codex is asked about is not reported twice: %s",
  (target) => {
    expect(examined("Files", withFile(target, { state: "missing" }))).toEqual(["ok: 1 of Baton 1.0.0, 1 gone"]);
    expect(examined("Files", withFile(target, { state: "edited", broken }))).toHaveLength(1);
  },
);

test("edits and files of the user's are fine", () => {
  const file = { target: "a", file: "a", broken: [] };
  const files: InstalledFile[] = [
    { ...file, state: "edited" },
    { ...file, state: "yours" },
  ];

  expect(examined("Files", { ...healthy, files })).toEqual(["ok: 2 of Baton 1.0.0, all there, 1 with edits of yours"]);
});

test("a newer program says that an update is due", () => {
  expect(examined("Files", { ...healthy, version: "1.1.0" })).toEqual([
    "ok: 2 of Baton 1.0.0, all there, 1 with edits of yours; baton update brings 1.1.0",
  ]);
});
