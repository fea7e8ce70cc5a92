import { expect, test } from "vitest";
import type { Failure } from "../../../src/core/failure.ts";
import { planConfigToml } from "../../../src/install/config/config-toml.ts";
import type { McpServer } from "../../../src/install/config/mcp-server.ts";

const file = ".codex/config.toml";
const server: McpServer = { command: "node", args: ["b.mjs", "mcp"] };

function refusal(text: string): Pick<Failure, "code" | "message" | "where" | "hint"> {
  try {
    planConfigToml(text, file, server);
  } catch (error) {
    const { code, message, where, hint } = error as Failure;
    return { code, message, where, hint };
  }
  throw new Error("nothing was refused");
}

test("a syntax error says where it is", () => {
  expect(refusal('a = 1\nb = "x\n')).toMatchObject({
    code: "install/config-unreadable",
    where: { file, span: { line: 2 } },
    hint: "correct the file and run the command again; nothing was changed",
  });
});

test.each([
  { name: "the same table twice", text: "[mcp_servers.a]\n[mcp_servers.a]\n" },
  { name: "a lone CR", text: "a = 1\rb = 2\n" },
  { name: "deep arrays", text: `a = ${"[".repeat(500)}${"]".repeat(500)}\n` },
  { name: "deep dotted keys", text: `${"a.".repeat(100_000)}a = 1\n` },
  { name: "a deep header", text: `[${"a.".repeat(100_000)}a]\n` },
  { name: "more than a megabyte", text: `# ${"x".repeat(1_000_000)}\n` },
])("$name is refused as unreadable", ({ text }) => {
  expect(refusal(text).code).toBe("install/config-unreadable");
});

const inside =
  'add this inside its braces, then run the command again: baton = { command = "node", args = ["b.mjs", "mcp"] }';
const instead =
  "Codex reads a table there: write each server as [mcp_servers.<name>] or take it out, then run the command again";

test.each([
  { name: "an inline table", text: "a = 1\nmcp_servers = { docs = { command = 'd' } }\n", at: [2, 1], hint: inside },
  { name: "an empty inline table with a quoted key", text: '"mcp_servers" = {}\n', at: [1, 1], hint: inside },
  { name: "an array of tables", text: "[[mcp_servers]]\na = 1\n", at: [1, 3], hint: instead },
  { name: "no table at all", text: "mcp_servers = 3\n", at: [1, 1], hint: instead },
])("$name takes no header, and the hint says what to do by hand", ({ text, at: [line, column], hint }) => {
  expect(refusal(text)).toMatchObject({
    code: "install/config-closed",
    message: '"mcp_servers" is closed: no [mcp_servers.baton] may follow it',
    where: { file, span: { line, column } },
    hint,
  });
});

test("what the hint says to add by hand is taken as wanted", () => {
  const pair = (refusal("mcp_servers = {}\n").hint ?? "").split("again: ")[1];
  expect(planConfigToml(`mcp_servers = { ${pair} }\n`, file, server)).toMatchObject({ change: "none" });
});

test("a value no TOML can hold is never written", () => {
  expect(() => planConfigToml("a = 1\n", file, { command: "\ud800", args: [] })).toThrow(
    expect.objectContaining({ code: "install/config-unsafe" }),
  );
});
