import { expect, test } from "vitest";
import { lintFiles } from "../helpers/lint-files.ts";

const skill = ".agents/skills/tables/SKILL.md";
const codes = async (files: Record<string, string>): Promise<string[]> =>
  (await lintFiles(files)).map(({ code }) => code);

test("a comment in Markdown excuses the next line only", async () => {
  const body = "<!-- baton-ignore skill/dead-link: written by the build -->\n[a](a.md)\n\n[b](b.md)\n";
  const findings = await lintFiles({ [skill]: `---\nname: tables\ndescription: Formats tables.\n---\n${body}` });
  expect(findings.map(({ code, where }) => [code, where.span?.line])).toEqual([["skill/dead-link", 8]]);
});

test("a comment in front matter excuses the field below it, and several may stand together", async () => {
  const fields = [
    "# baton-ignore skill/name-mismatch: kept for old links",
    "# baton-ignore skill/name-invalid: the same",
    "name: Old_Tables",
  ];
  expect(await codes({ [skill]: `---\n${fields.join("\n")}\ndescription: Formats tables.\n---\n` })).toEqual([]);
});

test("a comment in TOML excuses the key below it", async () => {
  const lines = ['name = "reviewer"', 'description = "Reviews."', 'developer_instructions = "Review."'];
  const ignored = "# baton-ignore agent/no-effect-key: older versions of Codex hold it";
  expect(
    await codes({ ".codex/agents/reviewer.toml": [...lines, ignored, 'sandbox_mode = "read-only"'].join("\n") }),
  ).toEqual([]);
});

test("a finding at the very start of a file is excused from anywhere in it", async () => {
  const text = "---\n# baton-ignore skill/name-missing: the directory says it\ndescription: Formats tables.\n---\n";
  expect(await codes({ [skill]: text })).toEqual([]);
});
