import fc from "fast-check";
import { quote } from "shell-quote";
import { expect, test } from "vitest";
import { lexShell } from "../../../src/audit/shell/lex-shell.ts";
import { readCommand } from "../../../src/audit/shell/read-command.ts";
import { processorMs } from "../../helpers/processor-ms.ts";

const scraps = fc.constantFrom(
  ...["'", '"', "`", "$", "(", ")", "((", "))", "$(", "$" + "{", "}", "$'", "<<", "<<E", "E", "<", ">", ">&", "&>"],
  ...["&", "|", ";", "\n", "\\", "#", "[[", "]]", "{", "a=", "$a", "cd ", "git ", "commit ", "add ", "rm ", "-a"],
  ...["bash -c ", "xargs ", "find ", "x"],
);

test("any text is read without an error", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 60 }), (parts) => {
      const { writes, stages } = readCommand(parts.join(""));
      return writes.every((one) => one !== "") && stages !== undefined;
    }),
    { numRuns: 3_000 },
  );
});

test("words that another program has quoted come out as they went in", () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => !/[\n\r\0]/.test(one));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const [step] = lexShell(quote(words));
      expect(step).toMatchObject({ words });
    }),
  );
});

test("files that are staged by name are staged, whatever their names hold", () => {
  const name = fc.stringMatching(/^[a-z '"$`;&|<>(){}#*-]{1,12}$/).filter((one) => !/^[-~$]|^ *$|^\/|:\//.test(one));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const single = names.map((one) => `'${one.replaceAll("'", "'\\''")}'`);
      expect(readCommand(`git add -- ${single.join(" ")}; git commit -m x`).stages).toEqual(names);
    }),
  );
});

test.each([
  ["open quotes", "'\"".repeat(500_000)],
  ["open substitutions", "$(".repeat(500_000)],
  ["open expansions", "${".repeat(500_000)],
  ["open brackets", "(".repeat(1_000_000)],
  ["backticks", "`".repeat(1_000_000)],
  ["here-documents that never end", "<<a ".repeat(250_000).concat("\n")],
  ["separators", "a;".repeat(500_000)],
  ["words", "a ".repeat(500_000)],
  ["a variable that doubles", `a=xx${";a=$a$a".repeat(100_000)};echo $a`],
  ["a variable used everywhere", `a=${"x".repeat(200)};echo ${"$a".repeat(400_000)}`],
  ["shells in shells", `${"bash -c '".repeat(100_000)}`],
  ["backslashes", "\\".repeat(1_000_000)],
  ["ANSI quotes", "$'\\".repeat(300_000)],
  ["ways up", `rm ${"../".repeat(300_000)}`],
])("a megabyte of %s is read in its time", (_, command) => {
  const since = process.cpuUsage();
  readCommand(command);
  expect(processorMs(since)).toBeLessThan(3_000);
});
