import fc from "fast-check";
import { expect, test } from "vitest";
import { commandTable } from "../../src/cli/command-table.ts";
import type { CommandModule } from "../../src/cli/define-command.ts";
import { parseCommand } from "../../src/cli/parse-command.ts";
import { parsePlain } from "../../src/cli/parse-plain.ts";
import { fakeIo } from "../helpers/fake-io.ts";

const command = (parameters: readonly string[], ...flags: readonly string[]): CommandModule => ({
  parameters: parameters.map((name) => ({ name, description: "" })),
  options: flags.map((one) => ({ flags: one, description: "" })),
  examples: [],
  run: async () => 0,
});
const files = command(
  ["[file...]"],
  "--agent <name>",
  "--json",
  "-q, --quiet",
  "--on-conflict <how>",
  "--add <word...>",
);

test.each([
  [files, [], { args: [[]], options: {} }],
  [files, ["a", "--agent", "x", "b c", "--json"], { args: [["a", "b c"]], options: { agent: "x", json: true } }],
  [command(["[code]"]), ["x"], { args: ["x"], options: {} }],
  [command(["[code]"]), [], { args: [undefined], options: {} }],
  [command([], "--json"), ["--json"], { args: [], options: { json: true } }],
])("a plain command line is read at once", (module, words, expected) => {
  expect(parsePlain(module, words)).toEqual(expected);
});

test.each([
  ["help", files, ["--help"]],
  ["a short option", files, ["-q"]],
  ["an option with a short form", files, ["--quiet"]],
  ["an option with a hyphen", files, ["--on-conflict", "keep"]],
  ["an option that takes several", files, ["--add", "x"]],
  ["a joined value", files, ["--agent=x"]],
  ["a value that is missing", files, ["--agent"]],
  ["a value that looks like an option", files, ["--agent", "--json"]],
  ["an option twice", files, ["--json", "--json"]],
  ["an option nobody knows", files, ["--frob"]],
  ["the end of options", files, ["--", "-x"]],
  ["a hyphen", files, ["-"]],
  ["an argument too many", command(["[code]"]), ["a", "b"]],
  ["an argument where there is none", command([]), ["a"]],
  ["an argument that is required", command(["<file>"]), ["a"]],
  ["two arguments", command(["[a]", "[b]"]), ["a"]],
])("%s is left to the real parser", (_, module, words) => {
  expect(parsePlain(module, words)).toBeUndefined();
});

test("an option with choices is left to the real parser", () => {
  const module = { ...files, options: [{ flags: "--format <format>", description: "", choices: ["json"] }] };
  expect(parsePlain(module, ["--format", "json"])).toBeUndefined();
});

const modules = await Promise.all(
  Object.entries(commandTable).map(async ([name, entry]) => {
    const module = (await entry.load()).default;
    return "verbs" in module
      ? Promise.all(
          Object.entries(module.verbs).map(async ([verb, { load }]) => ({
            name: `${name} ${verb}`,
            module: (await load()).default,
          })),
        )
      : [{ name, module }];
  }),
);

test.each(modules.flat())("$name: what is read at once is read the same by the real parser", ({ name, module }) => {
  const option = module.options.flatMap(({ flags }) => flags.match(/--?[a-z-]+/g) ?? []);
  const word = fc.constantFrom(
    ...option,
    ...option,
    "--help",
    "--",
    "-",
    "",
    "a",
    "b c",
    "answer.json",
    "--agent=x",
    "--frob",
  );
  let answered = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const plain = parsePlain(module, words);
      if (plain === undefined) return;
      answered++;
      expect(plain).toEqual(parseCommand(name, "", module, words, fakeIo().io));
    }),
    { numRuns: 200 },
  );
  const canAnswer = module.parameters.length === 0 || /^\[/.test(module.parameters.map((one) => one.name).join(" <"));
  expect(answered > 0).toBe(canAnswer && module.parameters.length < 2);
});
