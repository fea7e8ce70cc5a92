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

test("a table that starts another program stays", () => {
  const text = table.replace("b.mjs", "mine.mjs");
  expect(removeConfigToml(text, file, at(0))).toEqual({ after: text, change: "none", kept: "edited" });
});

test.each([
  { name: "a comment in it", before: table.replace("args", "# why\nargs"), after: "# why\n" },
  { name: "a comment on its last line", before: `a = 1\n\n${table.trimEnd()} # why`, after: "a = 1\n\n# why" },
  {
    name: "comments in a CRLF checkout",
    before: `${table.trimEnd()} # why\n[z]\n`.replaceAll("\n", "\r\n"),
    after: "# why\r\n[z]\r\n",
  },
])("a table with $name goes, and the comment stays", ({ before, after }) => {
  expect(removeConfigToml(before, file, at(0))).toEqual({ after, change: "edit", additions: "comments" });
});

test.each([
  { name: "with a key of the user's", before: `a = 1\n\n${table}enabled = false\n[z]\n`, after: "a = 1\n[z]\n" },
  {
    name: "with tables of the user's below it",
    before: `[mcp_servers.baton.env]\nA = "1"\n\n${table}[mcp_servers.baton.x]\n`,
    after: "",
  },
  { name: "with another timeout", before: `${table}startup_timeout_sec = 60\n`, after: "" },
  {
    name: "written inline since, with a key more",
    before: 'mcp_servers.baton = { command = "node", args = ["b.mjs", "mcp"], enabled = true }\n',
    after: "",
  },
])("a table $name goes whole, because it would start what is gone", ({ before, after }) => {
  const record = { ...at(1), server: before.includes("60") ? { ...server, startupTimeoutSec: 10 } : server };
  expect(removeConfigToml(before, file, record)).toEqual({ after, change: "edit", additions: "values" });
});

test("a table written inline since is taken out of its braces", () => {
  const own = 'command = "node", args = ["b.mjs", "mcp"]';
  const text = `mcp_servers = { docs = { url = "x" }, baton = { ${own} } }\n`;
  const after = 'mcp_servers = { docs = { url = "x" } }\n';
  expect(removeConfigToml(text, file, at(0))).toEqual({ after, change: "edit" });
});

test.each([
  { name: "no file", text: undefined },
  { name: "no table of ours", text: "a = 1\n" },
])("$name: nothing to do", ({ text }) => {
  expect(removeConfigToml(text, file, at(1))).toEqual({ after: text, change: "none" });
});
