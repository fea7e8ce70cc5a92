import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { diskReader } from "../../src/pack/disk-reader.ts";
import { lintPack } from "../../src/pack/lint.ts";
import { loadPack } from "../../src/pack/load-pack.ts";
import { base, lintFiles } from "../helpers/lint-files.ts";
import { processorMs } from "../helpers/processor-ms.ts";

const skill = ".agents/skills/tables/SKILL.md";
const agent = ".codex/agents/reviewer.toml";
const front = "---\nname: tables\ndescription: Formats tables.\n---\n";
const codes = async (files: Record<string, string>): Promise<string[]> =>
  (await lintFiles(files)).map(({ code }) => code);

test.each(["js", "javascript", "coffee", "json", "cson"])("runs nothing of ---%s front matter", async (language) => {
  const canary = join(temporaryDirectory(), "canary");
  const program = `require("node:fs").writeFileSync(${JSON.stringify(canary)}, "x")`;
  const text = `---${language}\n${program};\nmodule.exports = { name: ${program} }\n---\nbody\n`;
  expect(await codes({ [skill]: text })).toEqual(["parse/front-matter-language"]);
  expect(existsSync(canary)).toBe(false);
});

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
  .split("")
  .map((name, index) => `${name}: &${name} [${`*${"abcdefgh"[index]}, `.repeat(9)}]\n`)
  .join("")}`;

test("reads a YAML alias bomb as an error, in front matter, openai.yaml and the contract", async () => {
  expect(await codes({ [skill]: `---\n${bomb}---\n` })).toEqual(["parse/yaml"]);
  const metadata = { [skill]: front, ".agents/skills/tables/agents/openai.yaml": bomb };
  expect(await codes(metadata)).toEqual(["skill/openai-yaml-invalid"]);
  expect(await codes({ ".baton/contract.yaml": bomb })).toEqual(["parse/yaml"]);
});

test.each([
  ["nested lists", `a = ${"[".repeat(50_000)}${"]".repeat(50_000)}\n`],
  ["nested tables", `${"a.".repeat(20_000)}a = 1\n`],
  ["an open string", `a = "${"\\".repeat(200_000)}`],
  ["many keys", Array.from({ length: 10_000 }, (_, index) => `k${index} = ${index}`).join("\n")],
])("ends on a TOML bomb of %s", async (_, text) => {
  const since = process.cpuUsage();
  const findings = await lintFiles({ [agent]: text });
  expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(processorMs(since)).toBeLessThan(10_000);
});

test.each([
  ["brackets", "[".repeat(200_000)],
  ["links without an end", "[a](".repeat(60_000)],
  ["backticks", "`".repeat(200_000)],
  ["odd backticks", "`` ` ".repeat(60_000)],
  ["comments", "<!--".repeat(60_000)],
  ["fences", "```\n".repeat(60_000)],
  ["headings", "# #\n".repeat(60_000)],
  ["spaces", `[x]:${" ".repeat(200_000)}`],
  ["statuses", '"status": '.repeat(30_000)],
  ["names", "`a-b` agent ".repeat(20_000)],
  ["paths", ".agents/skills/a/".repeat(20_000)],
  ["ignores", "<!-- baton-ignore skill/dead-link: x -->\n".repeat(2_000)],
])("ends on Markdown full of %s", async (_, text) => {
  const since = process.cpuUsage();
  await lintFiles({
    [skill]: `${front}${text}`,
    [agent]: `name = "reviewer"\ndescription = "d"\ndeveloper_instructions = '''\n${text}\n'''\n`,
    ".baton/contract.yaml": "version: 1\n",
  });
  expect(processorMs(since)).toBeLessThan(10_000);
});

test("takes __proto__ and constructor for names like any other", async () => {
  const found = await lintFiles({
    [skill]:
      "---\nname: tables\ndescription: Formats.\n__proto__: {a: 1}\nconstructor: x\nmetadata: {__proto__: b}\n---\n",
    [agent]: 'name = "__proto__"\ndescription = "d"\ndeveloper_instructions = "x"\n__proto__ = 1\nconstructor = 2\n',
    ".baton/budgets.json": '{ "__proto__": 1, "constructor": 2 }',
    ".agents/skills/tables/agents/openai.yaml": "constructor: 1\n__proto__: 2\n",
  });
  expect(found.filter(({ code }) => code === "agent/unknown-key")).toHaveLength(2);
  expect(found.map(({ message }) => message)).toContain('"constructor" is not a field of the specification');
});

test("waits for no pipe and follows no link out of the directory", async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, ".agents/skills/pipe"), { recursive: true });
  execFileSync("sh", ["-c", "mkfifo .agents/skills/pipe/SKILL.md"], { cwd: directory });
  mkdirSync(join(directory, ".codex"));
  symlinkSync("/", join(directory, ".codex/agents"));
  mkdirSync(join(directory, ".baton"));
  writeFileSync(join(directory, "..", "secret.yaml"), "version: 1\n");
  symlinkSync("../../secret.yaml", join(directory, ".baton/contract.yaml"));
  const pack = await loadPack(diskReader(directory, directory), base);
  expect([...pack.sources.keys()]).toEqual([]);
  expect(lintPack(pack).map(({ code, where }) => `${where.file} ${code}`)).toEqual([
    ".agents/skills/pipe/SKILL.md parse/unreadable",
    ".baton/contract.yaml pack/symlink-outside",
    ".codex/agents pack/symlink-outside",
  ]);
});

test("never throws, whatever a skill, an agent or a metadata file says", async () => {
  const fragments = fc.constantFrom(
    "---\n",
    "name: ",
    "a: b",
    "[",
    "](x.md)",
    "`",
    "```\n",
    "'''",
    '"',
    "\n",
    "\uFEFF",
    "<!--",
    "{",
    "\0",
    "\uD800",
  );
  const text = fc
    .array(fc.oneof(fragments, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 30 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (body, toml, yaml) => {
      const findings = await lintFiles({
        [skill]: body,
        ".agents/skills/other/SKILL.md": `${front}${body}`,
        ".agents/skills/tables/agents/openai.yaml": yaml,
        [agent]: toml,
        ".codex/agents/b.toml": `developer_instructions = '''${body}`,
        ".baton/contract.yaml": yaml,
        ".baton/budgets.json": toml,
        ".baton/schemas/x.schema.json": toml,
      });
      for (const { where } of findings) expect(where.file).not.toBe("");
    }),
    { numRuns: 150 },
  );
});

function temporaryDirectory(): string {
  const parent = mkdtempSync(join(tmpdir(), "baton-hostile-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const directory = join(parent, "pack");
  mkdirSync(directory);
  return directory;
}
