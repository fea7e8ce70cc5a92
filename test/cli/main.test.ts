import { expect, test } from "vitest";
import { commandTable } from "../../src/cli/command-table.ts";
import { version } from "../../src/cli/version.ts";
import { repositoryFile } from "../helpers/contract-schema.ts";
import { baton } from "../helpers/fake-io.ts";

test.each(["--version", "-V"])("%s prints the package's version", async (word) => {
  expect(await baton([word])).toEqual({ status: 0, out: `${version}\n`, err: "" });
  expect(JSON.parse(repositoryFile("package.json"))).toMatchObject({ version });
});

test.each([["--help"], ["-h"], ["help"], ["help", "--help"]])(
  "%s lists every command in its group",
  async (...words) => {
    const { out, err, status } = await baton(words);
    expect({ err, status }).toEqual({ err: "", status: 0 });
    for (const [name, { summary, group }] of Object.entries(commandTable)) {
      expect(out).toContain(`\n  ${name.padEnd(12)}${summary}\n`);
      expect(out).toContain(`\n${group}:\n`);
    }
  },
);

test("without a word the help is shown, and the call was wrong", async () => {
  const { out, status } = await baton([]);
  expect({ out, status }).toEqual({ out: (await baton(["--help"])).out, status: 2 });
});

test.each([
  ["a command near one", "valdate", 'there is no command "valdate"', 'did you mean "validate"?'],
  ["a command near none", "frobnicate", 'there is no command "frobnicate"', "baton --help lists the commands"],
  ["an option", "--frob", 'there is no option "--frob"', "baton --help lists the commands"],
  [
    "a word only JavaScript knows",
    "constructor",
    'there is no command "constructor"',
    "baton --help lists the commands",
  ],
  ["an escape sequence", "\u001b[31m\nx", 'there is no command "\uFFFD[31m', "baton --help lists the commands"],
])("%s that does not exist fails with a way on", async (_, word, message, hint) => {
  const { out, err, status } = await baton([word]);
  expect({ out, status }).toEqual({ out: "", status: 2 });
  expect(err.startsWith(`baton: error: ${message}`)).toBe(true);
  expect(err.endsWith(` [cli/usage]\n  hint: ${hint}\n`)).toBe(true);
  expect(err).not.toContain("\u001b");
});

const commands = await Promise.all(
  Object.entries(commandTable).map(async ([name, entry]) => ({ name, module: (await entry.load()).default })),
);
const calls = commands.flatMap(({ name, module }) =>
  "verbs" in module ? Object.keys(module.verbs).map((verb) => [name, verb]) : [[name]],
);

test.each(calls.map((words) => [words.join(" "), words] as const))(
  "baton %s --help shows what it does and how it is called",
  async (call, words) => {
    const { out, err, status } = await baton([...words, "--help"]);
    expect({ err, status }).toEqual({ err: "", status: 0 });
    expect(out.startsWith(`Usage: baton ${call} `)).toBe(true);
    expect(out).toMatch(new RegExp(`\\nExamples:\\n(.*\\n)*? {2}.*baton ${call}\\b`));
    expect((await baton(["help", ...words])).out).toBe(out);
  },
);

test.each(calls.map((words) => [words.join(" "), words] as const))(
  "baton %s refuses an option nobody knows",
  async (_, words) => {
    const { out, err, status } = await baton([...words, "--frobnicate"]);
    expect({ out, status }).toEqual({ out: "", status: 2 });
    expect(err).toMatch(/^baton: error: .* \[cli\/usage\]\n/);
  },
);

test.each(commands.filter(({ module }) => "verbs" in module))(
  "baton $name lists its verbs, and refuses another",
  async ({ name, module }) => {
    const help = await baton([name, "--help"]);
    expect(help.status).toBe(0);
    for (const verb of Object.keys("verbs" in module ? module.verbs : {})) expect(help.out).toContain(`\n  ${verb} `);
    expect(await baton([name])).toEqual({ ...help, status: 2 });
    expect(await baton([name, "frobnicate"])).toMatchObject({ status: 2, out: "" });
  },
);
