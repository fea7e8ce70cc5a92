import { expect, test } from "vitest";
import type { ConfigTomlRecord } from "../../../src/install/config/config-toml-record.ts";
import { removeConfigToml } from "../../../src/install/config/config-toml-removal.ts";
import type { McpServer } from "../../../src/install/config/mcp-server.ts";

const file = ".codex/config.toml";
const server: McpServer = { command: "node", args: ["b.mjs", "mcp"] };
const table = '[mcp_servers.baton]\ncommand = "node"\nargs = ["b.mjs", "mcp"]\n';
const at = (lineEndsBefore: number, created = false): ConfigTomlRecord => ({ server, created, lineEndsBefore });

test.each([
  { name: "the file we made", before: table, record: at(0, true), after: undefined, change: "remove" },
  {
    name: "the file we made, with the user's table",
    before: `${table}[z]\n`,
    record: at(0, true),
    after: "[z]\n",
    change: "edit",
  },
  {
    name: "the file we made, emptied by the user",
    before: "\n",
    record: at(0, true),
    after: undefined,
    change: "remove",
  },
  { name: "an empty file of the user's", before: table, record: at(0), after: "", change: "edit" },
  { name: "the blank line we added", before: `a = 1\n\n${table}`, record: at(1), after: "a = 1\n", change: "edit" },
  {
    name: "a blank line of the user's",
    before: `a = 1\n\n${table}`,
    record: at(0),
    after: "a = 1\n\n",
    change: "edit",
  },
  { name: "both line ends we added", before: `a = 1\n\n${table}`, record: at(2), after: "a = 1", change: "edit" },
  { name: "a byte order mark before it", before: `\uFEFF${table}`, record: at(0), after: "\uFEFF", change: "edit" },
  {
    name: "a table the user wrote behind it, kept apart from the last line",
    before: `a = 1\n\n${table}[z]\n`,
    record: at(2),
    after: "a = 1\n[z]\n",
    change: "edit",
  },
  {
    name: "a blank line the user took out already",
    before: `a = 1\n${table}`,
    record: at(1),
    after: "a = 1\n",
    change: "edit",
  },
  {
    name: "a checkout with CRLF",
    before: `a = 1\n\n${table}b = 2\n`.replace("b = 2\n", "\n# end\n").replaceAll("\n", "\r\n"),
    record: at(1),
    after: "a = 1\r\n\r\n# end\r\n",
    change: "edit",
  },
  {
    name: "a table laid out anew by a formatter",
    before: "[mcp_servers.baton]\nargs=['b.mjs',\n 'mcp']\n\n  command = 'node'",
    record: at(0),
    after: "",
    change: "edit",
  },
])("takes out $name", ({ before, record, after, change }) => {
  expect(removeConfigToml(before, file, record)).toEqual({ after, change });
});

test.each([
  { name: "with another value", text: table.replace("b.mjs", "mine.mjs") },
  { name: "with a key of the user's", text: `${table}enabled = false\n` },
  { name: "with a comment of the user's in it", text: table.replace("args", "# why\nargs") },
  { name: "with a comment on its last line", text: `${table.trimEnd()} # why\n` },
  { name: "that the user's sub-table needs", text: `${table}[mcp_servers.baton.env]\nA = "1"\n` },
  { name: "written inline since", text: 'mcp_servers = { baton = { command = "node", args = ["b.mjs", "mcp"] } }\n' },
])("a table $name stays", ({ text }) => {
  expect(removeConfigToml(text, file, at(0))).toEqual({ after: text, change: "none", kept: "edited" });
});

test.each([
  { name: "no file", text: undefined },
  { name: "no table of ours", text: "a = 1\n" },
])("$name: nothing to do", ({ text }) => {
  expect(removeConfigToml(text, file, at(1))).toEqual({ after: text, change: "none" });
});
