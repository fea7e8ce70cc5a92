import { expect, test } from "vitest";
import type { ConfigTomlRecord } from "../../../src/install/config/config-toml-record.ts";
import { takeConfigToml } from "../../../src/install/config/config-toml-take.ts";
import type { McpServer } from "../../../src/install/config/mcp-server.ts";

const file = ".codex/config.toml";
const server: McpServer = { command: "node", args: ["b.mjs", "mcp"] };
const table = '[mcp_servers.baton]\ncommand = "node"\nargs = ["b.mjs", "mcp"]\n';
const record: ConfigTomlRecord = { server, created: true, lineEndsBefore: 2 };

test.each([
  {
    name: "another value",
    before: `a = 1\n\n${table.replace("b.mjs", "mine.mjs")}\n[z]\n`,
    after: `a = 1\n\n${table}\n[z]\n`,
  },
  { name: "a key and comments", before: `# 1\n${table}# in\nenabled = false # in\n# 2\n`, after: `# 1\n${table}# 2\n` },
  {
    name: "tables below it, wherever they stand",
    before: `[mcp_servers.baton.env]\nA = "1"\n[y]\n${table}[mcp_servers.baton.tools.x]\nb = 1\n[z]\n`,
    after: `[y]\n${table}[z]\n`,
  },
  { name: "a last line without its end", before: "[mcp_servers.baton]\nurl = 'x'", after: table.trimEnd() },
  {
    name: "a table in a CRLF checkout",
    before: "a = 1\r\n[mcp_servers.baton]\r\nurl = 'x'\r\n[z]\r\n",
    after: `a = 1\r\n${table.replaceAll("\n", "\r\n")}[z]\r\n`,
  },
])("puts our table in place of one with $name", ({ before, after }) => {
  const taken = takeConfigToml(before, file, server, record);
  expect(taken).toEqual({ after, change: "edit", record });
});

test.each([
  { name: "inline among others", before: "mcp_servers.baton = { url = 'x' }\na = 1\n", after: `a = 1\n\n${table}` },
  {
    name: "dotted",
    before: "[mcp_servers]\nbaton.url = 'x'\ndocs.url = 'y'\n",
    after: `[mcp_servers]\ndocs.url = 'y'\n\n${table}`,
  },
  { name: "by sub-tables alone", before: "a = 1\n[mcp_servers.baton.env]\nA = '1'\n", after: `a = 1\n\n${table}` },
  { name: "as an array of tables", before: "[[mcp_servers.baton]]\nurl = 'x'\n[[mcp_servers.baton]]\n", after: table },
])("takes out a server written $name and adds ours at the end", ({ before, after }) => {
  expect(takeConfigToml(before, file, server)).toMatchObject({
    after,
    change: "edit",
    record: { server, created: false },
  });
});

test("is the plain edit where there is nothing of that name", () => {
  expect(takeConfigToml("a = 1\n", file, server, record).after).toBe(`a = 1\n\n${table}`);
  expect(takeConfigToml(undefined, file, server, record).after).toBe(table);
});

test("is refused where our table cannot follow", () => {
  const closed = "mcp_servers = { baton = { url = 'x' }, docs = { url = 'y' } }\n";
  expect(() => takeConfigToml(closed, file, server)).toThrow(
    expect.objectContaining({ code: "install/config-closed" }),
  );
});
