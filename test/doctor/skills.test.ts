import { expect, test } from "vitest";
import type { LoadedSkill } from "../../src/codex/skills-answer.ts";
import type { DoctorFacts } from "../../src/doctor/facts.ts";
import { examined } from "./support/examined.ts";
import { answer, answering, answers, healthy, hook } from "./support/healthy.ts";

const [own] = answers.skills.value.skills;
const other: LoadedSkill = { ...own, path: "/h/skills/testing/SKILL.md", scope: "user" };
const file = ".agents/skills/testing/SKILL.md";

function having(
  skills: readonly LoadedSkill[],
  errors: readonly { path: string; message: string }[] = [],
): DoctorFacts {
  return answering({ skills: answer({ skills, errors }) });
}

test.each<[string, DoctorFacts, string]>([
  [
    "does not load",
    having([], [{ path: own.path, message: "missing field `description`" }]),
    `${file} codex/skill-not-loaded - Codex could not load it: missing field \`description\` → correct it; baton diff shows your edits`,
  ],
  [
    "is gone",
    { ...having([]), skills: [{ ...healthy.skills[0], there: false }] },
    `${file} codex/skill-missing - there is no skill "testing": its file is gone → baton install --restore brings it back`,
  ],
  [
    "is gone, while another has its name",
    { ...having([other]), skills: [{ ...healthy.skills[0], there: false }] },
    `${file} codex/skill-missing - there is no skill "testing": its file is gone → baton install --restore brings it back`,
  ],
  [
    "is there and not listed",
    having([]),
    `${file} codex/skill-missing - there is no skill "testing": Codex does not list it → SKILL.md has to be a file of its own, not a link, in exactly these letters`,
  ],
  [
    "has another name",
    having([{ ...own, name: "checks" }]),
    `${file} codex/skill-renamed - Codex calls this skill "checks", and the pack calls it "testing" → put name: testing back`,
  ],
  [
    "is switched off",
    having([{ ...own, enabled: false }]),
    `${file} codex/skill-disabled - "testing" is switched off → take its [[skills.config]] entry with enabled = false out of config.toml`,
  ],
  [
    "has a second of its name",
    having([own, other]),
    `${file} codex/skill-doubled - there is a second skill "testing": $testing injects neither of them → remove or rename one, or switch the other off in /h/config.toml:\n    [[skills.config]]\n    path = "/h/skills/testing/SKILL.md"\n    enabled = false | - the other one (user)`,
  ],
])("a skill that %s is an error", (_, facts, finding) => {
  expect(examined("Skills", facts)).toEqual(["error", finding]);
});

test("a second one that is switched off does no harm", () => {
  expect(examined("Skills", having([own, { ...other, enabled: false }]))).toEqual(["ok: 1 of the pack, each once"]);
});

test("a skill of somebody else's that does not load is a warning", () => {
  expect(examined("Skills", having([own], [{ path: "/p/.agents/skills/x/SKILL.md", message: "no" }]))).toEqual([
    "warning",
    ".agents/skills/x/SKILL.md codex/skill-not-loaded (warning) - Codex could not load it: no → correct or remove it: it is not Baton's",
  ]);
});

const budget =
  "/h/config.toml codex/listing-cut (warning) - the list of all skills is over Codex's budget of 21760 characters, it would take about 67: what Codex shows of \"testing\" is cut or left out → remove or switch off skills you do not need, yours and other packs' included";

function showing(description: string | undefined): DoctorFacts {
  const skills = description === undefined ? [] : [{ name: "testing", description, path: own.path }];
  return answering({ session: answer({ roles: [], listing: { size: 60, skills } }) });
}

test("a description that Codex cuts is a warning", () => {
  expect(examined("Listing", showing("Test"))).toEqual(["warning", budget]);
});

test("a skill that Codex leaves out is a warning, unless it is meant to be", () => {
  const facts = showing(undefined);

  expect(examined("Listing", facts)[0]).toBe("warning");
  expect(examined("Listing", { ...facts, skills: [{ ...healthy.skills[0], listed: false }] })[0]).toMatch(/^ok/);
});

test("a list that the user has switched off is not missed", () => {
  expect(examined("Listing", answering({ session: answer({ roles: [], listing: undefined }) }))).toEqual([
    "skipped: Codex lists no skills: skills.include_instructions is false",
  ]);
});

const twin = "/h/.agents/skills/testing/SKILL.md";
const otherInstall = {
  root: "/h/.codex",
  manifest: "/h/.codex/baton/manifest.json",
  paths: [twin, "/h/.codex/agents/critic.toml", "/h/.codex/hooks.json"],
};

test("what the install in the other scope doubles is one finding for skills, agents and hooks together", () => {
  const [{ name, description }] = answers.session.value.roles;
  const path = "/h/.codex/agents/critic.toml";
  const facts = {
    ...answering({
      skills: answer({ skills: [own, { ...other, path: twin }], errors: [] }),
      hooks: answer({ hooks: [hook, { ...hook, sourcePath: "/h/.codex/hooks.json" }], warnings: [] }),
    }),
    otherInstall,
    otherAgents: [{ name, description, path, file: path, preferred: false }],
  };

  expect(examined("Skills", facts)).toEqual([
    "error",
    '/h/.codex/baton/manifest.json codex/installed-twice - Baton is installed twice, in "/p" and in "/h/.codex": Codex has each skill twice, and $name injects neither → uninstall one of the two: baton uninstall, or baton uninstall --user',
  ]);
  expect(examined("Agents", facts)[0]).toMatch(/^ok/);
  expect(examined("Hooks", facts)[0]).toMatch(/^ok/);
});

test("a stranger's skill of the same name is told beside it", () => {
  const facts = { ...having([own, { ...other, path: twin }, other]), otherInstall };

  expect(examined("Skills", facts)).toEqual([
    "error",
    expect.stringContaining("codex/installed-twice"),
    expect.stringContaining("codex/skill-doubled"),
  ]);
});

test("an install in the other scope whose skills Codex does not have does no harm", () => {
  expect(examined("Skills", { ...healthy, otherInstall })).toEqual(["ok: 1 of the pack, each once"]);
});
