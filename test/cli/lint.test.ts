import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCli } from "../../src/cli/main.ts";

const skill = "---\nname: tables\ndescription: Formats tables. Use when a table is edited.\n---\n\n# Tables\n";
const clean = { ".agents/skills/tables/SKILL.md": skill };
const warned = { ".agents/skills/tables/SKILL.md": `${skill}[a](a.md)\n` };
const broken = { ".agents/skills/tables/SKILL.md": "---\nname: tables\n---\n" };

test("says what was checked when nothing is found", async () => {
  expect(await lint(clean)).toEqual({ status: 0, out: "1 skill checked: nothing found\n", err: "" });
});

test("prints each finding with its place and fails on an error", async () => {
  const { status, out } = await lint(broken);
  expect(status).toBe(1);
  expect(out).toBe(`.agents/skills/tables/SKILL.md:1:1: error: the skill has no description [skill/description-missing]
  1 | ---
    | ^
  hint: say what the skill does and when to use it

1 skill checked: 1 error
`);
});

test("passes warnings unless there are more than --max-warnings", async () => {
  expect((await lint(warned)).status).toBe(0);
  expect((await lint(warned, "--max-warnings", "1")).status).toBe(0);
  expect((await lint(warned, "--max-warnings", "0")).status).toBe(1);
});

test("looks for the codes of --rule only, and leaves out those of --ignore", async () => {
  expect((await lint(broken, "--rule", "skill/dead-link,skill/name-missing")).status).toBe(0);
  expect((await lint(broken, "--ignore", "skill/description-missing")).out).toBe("1 skill checked: nothing found\n");
});

test("prints findings only with --quiet", async () => {
  expect(await lint(clean, "-q")).toEqual({ status: 0, out: "", err: "" });
});

test("prints counts and findings as JSON", async () => {
  const { out } = await lint(broken, "--json");
  const { ok, errors, checked, findings } = JSON.parse(out) as Record<string, unknown>;
  expect({ ok, errors, checked }).toEqual({
    ok: false,
    errors: 1,
    checked: { agents: 0, skills: 1, schemas: 0, contracts: 0, workflows: 0 },
  });
  expect(findings).toMatchObject([{ code: "skill/description-missing", where: { span: { line: 1, column: 1 } } }]);
});

test.each([
  [
    ["--rule", "skill/dead-lnik"],
    'there is no code "skill/dead-lnik" [cli/unknown-code]\n  hint: did you mean "skill/dead-link"?',
  ],
  [["--max-warnings", "few"], '--max-warnings is "few", not a number [cli/usage]'],
  [["nowhere"], 'there is no "nowhere" [cli/usage]'],
  [["empty"], 'there is no skill, agent or contract in "empty" [cli/usage]'],
])("is called wrongly with %j", async (words, says) => {
  const { status, err } = await lint({ ...clean, "empty/notes.txt": "" }, ...words);
  expect(status).toBe(2);
  expect(err).toContain(says);
});

test("lints the one skill a SKILL.md belongs to", async () => {
  const files = { ...broken, ".agents/skills/other/SKILL.md": skill };
  expect((await lint(files, ".agents/skills/tables/SKILL.md")).out).toContain("1 skill checked: 1 error");
});

test("lints the whole repository from any directory in it", async () => {
  const files = { ...broken, ".git/HEAD": "", "deep/in/file.txt": "" };
  const { out } = await lintIn("deep/in", files);
  expect(out).toContain("../../.agents/skills/tables/SKILL.md:1:1: error");
});

function lint(files: Readonly<Record<string, string>>, ...words: string[]): ReturnType<typeof lintIn> {
  return lintIn(".", files, ...words);
}

async function lintIn(
  below: string,
  files: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<{ status: number; out: string; err: string }> {
  const directory = mkdtempSync(join(tmpdir(), "baton-lint-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const printed = { out: "", err: "" };
  const status = await runCli(["lint", ...words], {
    cwd: join(directory, below),
    env: { NO_COLOR: "1" },
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    readStdin: async () => "",
    terminal: { stdin: false, stdout: false, stderr: false },
  });
  return { status, ...printed };
}
