import { expect, test } from "vitest";
import { styleFor } from "../../src/cli/style-for.ts";
import { baton, fakeIo } from "../helpers/fake-io.ts";

const painted = (terminal: boolean, env: Record<string, string>) =>
  styleFor(fakeIo({ terminal, env }).io, "stdout").red("x") !== "x";

test.each([
  ["on a terminal", true, {}, true],
  ["into a file", false, {}, false],
  ["on a terminal, NO_COLOR set", true, { NO_COLOR: "1" }, false],
  ["on a terminal, NO_COLOR empty", true, { NO_COLOR: "" }, true],
  ["on a dumb terminal", true, { TERM: "dumb" }, false],
  ["into a file, FORCE_COLOR set", false, { FORCE_COLOR: "1" }, true],
  ["into a file, FORCE_COLOR empty", false, { FORCE_COLOR: "" }, false],
  ["into a file, FORCE_COLOR 0", false, { FORCE_COLOR: "0" }, false],
  ["with both set", false, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
])("%s: colour is %s with %j: %s", (_, terminal, env, expected) => {
  expect(painted(terminal, env)).toBe(expected);
});

test("standard output and standard error are looked at each by itself", () => {
  const { io } = fakeIo();
  const mixed = { ...io, terminal: { stdin: false, stdout: false, stderr: true } };
  expect(styleFor(mixed, "stdout").bold("x")).toBe("x");
  expect(styleFor(mixed, "stderr").bold("x")).toBe("\u001b[1mx\u001b[22m");
});

test("findings are painted on a terminal and plain elsewhere, in the same words", async () => {
  const call = ["validate", "--stdin", "--agent", "quality-fixer"];
  const plain = await baton(call, { stdin: "{}" });
  const painted = await baton(call, { stdin: "{}", terminal: true });
  expect(plain.out).not.toContain("\u001b");
  expect(painted.out).toContain("\u001b[31merror\u001b[39m");
  expect(painted.out.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.out);
});
