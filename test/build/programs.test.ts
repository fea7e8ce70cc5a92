import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundlePrograms } from "../../scripts/build/programs.ts";

type Modules = Readonly<Record<string, string>>;

/** Bundles modules into a program for each entry, laid into a directory under the given names. */
async function bundled(modules: Modules, programs: Readonly<Record<string, string>>): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "baton programs "));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(directory, name), text);
  const [entries, names] = [Object.keys(programs), Object.values(programs)];
  const entryPoints = entries.map((entry) => join(directory, entry));
  const options = { entryPoints, platform: "node", logLevel: "silent" } as const;
  const texts = await bundlePrograms(options, names[0] ?? "", "const batonUrl = import.meta.url;");
  for (const [at, name] of names.entries()) writeFileSync(join(directory, name), texts[at] ?? "");
  return directory;
}

function printedBy(program: string): string {
  return execFileSync(process.execPath, [program], { encoding: "utf8", stdio: "pipe" });
}

/** Bundles modules, of which `bin.ts` is the entry, and gives what the program prints, and the program. */
async function run(modules: Modules): Promise<{ printed: string; program: string }> {
  const file = join(await bundled(modules, { "bin.ts": "program.mjs" }), "program.mjs");
  return { printed: printedBy(file), program: readFileSync(file, "utf8") };
}

const shared = 'export let count = 0;\nexport const more = () => ++count;\nexport const text = "*/ and */";\n';
const command =
  'import { count, more, text } from "./shared.ts";\nexport default () => [more(), count, text].join(" ");\n';
const bin = (...names: readonly string[]): string =>
  `const say = async () => {\n${names.map((name) => `console.log((await import("./${name}.ts")).default());`).join("\n")}\n};\nvoid say();\n`;

test.each([
  ["compressed", "other", "another"],
  ["as they are", "install", "a.schema"],
  ["laid out in different ways", "other", "install"],
  ["laid out in different ways, asked for the other way round", "install", "other"],
])("parts that are %s share their modules, and see what those change", async (_, one, two) => {
  const modules = { "shared.ts": shared, [`${one}.ts`]: command, [`${two}.ts`]: command, "bin.ts": bin(one, two) };
  const { printed } = await run(modules);
  expect(printed).toBe("1 1 */ and */\n2 2 */ and */\n");
});

test.each([
  "count += 1",
  "count = count + 1",
  "[count] = [count + 1]",
  "({ count } = { count: count + 1 })",
  "count ||= 1; ++count; count -= 1",
])("a part sees an export of another change by %s", async (change) => {
  const modules = {
    "shared.ts": `export let count = 0;\nexport const more = () => { ${change}; };\n`,
    "passing.ts": 'export { count } from "./shared.ts";\n',
    "other.ts":
      'import { count as passed } from "./passing.ts";\nimport { count, more } from "./shared.ts";\n' +
      'export default () => { more(); return [count, passed].join(" "); };\n',
    "another.ts": 'export { count as default } from "./passing.ts";\n',
    "bin.ts": `void import("./another.ts");\nvoid import("./shared.ts");\n${bin("other")}`,
  };
  expect((await run(modules)).printed).toBe("1 1\n");
});

test("a part is compressed, unless it is one that people wait for", async () => {
  const note = 'export default () => "a text that would be found";\n';
  const other = await run({ "other.ts": note, "bin.ts": bin("other") });
  const install = await run({ "install.ts": note, "bin.ts": bin("install") });
  expect(other.printed).toBe(install.printed);
  expect(other.program).not.toContain("a text that would be found");
  expect(install.program).toContain("a text that would be found");
});

test("a namespace that is imported late holds the exports and nothing else", async () => {
  const bin = 'void import("./other.ts").then((all) => console.log(Object.keys(all).sort().join(), all.again));\n';
  const other = "const here = 1;\nexport { here, here as again };\nexport const there = 2;\n";
  expect((await run({ "other.ts": other, "bin.ts": bin })).printed).toBe("again,here,there 1\n");
});

test("a part that only passes on what others export has it, too", async () => {
  const modules = {
    "shared.ts": shared,
    "passing.ts": 'export { text as default, more } from "./shared.ts";\n',
    "other.ts": command,
    "bin.ts": `void import("./passing.ts").then(({ more, default: text }) => console.log(more(), text));\n${bin("other")}`,
  };
  expect((await run(modules)).printed.split("\n").sort()).toEqual(["", "1 */ and */", "2 2 */ and */"]);
});

const twoPrograms = {
  "shared.ts": shared,
  "install.ts": command,
  "other.ts": command,
  "a.schema.ts": 'export default () => "a text that would be found";\n',
  "bin.ts": `import "./shared.ts";\n${bin("install")}`,
  "beside.ts": bin("install", "other", "a.schema"),
};

test("a program takes its parts from the one beside it: plain ones, compressed ones, and what that one starts with", async () => {
  const directory = await bundled(twoPrograms, { "bin.ts": "program.mjs", "beside.ts": "beside.mjs" });
  const beside = join(directory, "beside.mjs");
  expect(printedBy(beside)).toBe("1 1 */ and */\n2 2 */ and */\na text that would be found\n");
  expect(readFileSync(beside, "utf8")).not.toContain("a text that would be found");
});

test("a program takes no parts from one of another build", async () => {
  const directory = await bundled(twoPrograms, { "bin.ts": "program.mjs", "beside.ts": "beside.mjs" });
  const program = join(directory, "program.mjs");
  writeFileSync(program, readFileSync(program, "utf8").replace(/(batonParts\(\)\{\/\*)./, "$1x"));
  expect(() => printedBy(join(directory, "beside.mjs"))).toThrow("beside it are of different builds");
});
