import { describe, expect, test } from "vitest";
import { planConfigToml } from "../../../src/install/config/config-toml.ts";
import type { ConfigTomlRecord } from "../../../src/install/config/config-toml-record.ts";
import type { McpServer } from "../../../src/install/config/mcp-server.ts";

const file = ".codex/config.toml";
const server: McpServer = { command: "node", args: ["b.mjs", "mcp"] };
const table = '[mcp_servers.baton]\ncommand = "node"\nargs = ["b.mjs", "mcp"]\n';
const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

function record(more: Partial<ConfigTomlRecord> = {}): ConfigTomlRecord {
  return { server, created: false, lineEndsBefore: 1, ...more };
}

describe("a config.toml without the server gets its table at the end", () => {
  test.each([
    { name: "no file", before: undefined, after: table, lineEndsBefore: 0 },
    { name: "an empty file", before: "", after: table, lineEndsBefore: 0 },
    { name: "a byte order mark alone", before: "\uFEFF", after: `\uFEFF${table}`, lineEndsBefore: 0 },
    { name: "a byte order mark", before: "\uFEFFa = 1\n", after: `\uFEFFa = 1\n\n${table}`, lineEndsBefore: 1 },
    { name: "a final newline", before: "a = 1\n", after: `a = 1\n\n${table}`, lineEndsBefore: 1 },
    { name: "no final newline", before: "a = 1", after: `a = 1\n\n${table}`, lineEndsBefore: 2 },
    { name: "a blank line at the end", before: "a = 1\n\n", after: `a = 1\n\n${table}`, lineEndsBefore: 0 },
    { name: "white space on the last line", before: "a = 1\n \t", after: `a = 1\n \t\n\n${table}`, lineEndsBefore: 2 },
    { name: "CRLF", before: "a = 1\r\n", after: `a = 1\r\n\r\n${crlf(table)}`, lineEndsBefore: 1 },
    { name: "a comment", before: "# mine # \n", after: `# mine # \n\n${table}`, lineEndsBefore: 1 },
    {
      name: "other servers",
      before: '[mcp_servers.docs]\ncommand = "docs"\n',
      after: `[mcp_servers.docs]\ncommand = "docs"\n\n${table}`,
      lineEndsBefore: 1,
    },
    {
      name: "other servers through dotted keys",
      before: 'mcp_servers.docs.command = "docs"\n[mcp_servers]\n'.slice(0, 34),
      after: `mcp_servers.docs.command = "docs"\n\n${table}`,
      lineEndsBefore: 1,
    },
    {
      name: "other servers inline in their table",
      before: '[mcp_servers]\ndocs = { command = "docs" }\n',
      after: `[mcp_servers]\ndocs = { command = "docs" }\n\n${table}`,
      lineEndsBefore: 1,
    },
    {
      name: "our header inside a string",
      before: "a = '''\n[mcp_servers.baton]\n'''\n",
      after: `a = '''\n[mcp_servers.baton]\n'''\n\n${table}`,
      lineEndsBefore: 1,
    },
  ])("$name", ({ before, after, lineEndsBefore }) => {
    expect(planConfigToml(before, file, server)).toEqual({
      after,
      change: before === undefined ? "create" : "edit",
      record: { server, created: before === undefined, lineEndsBefore },
    });
  });
});

test("every field is written under the key Codex accepts, strings escaped", () => {
  const full: McpServer = {
    command: 'a"b\\c\u007f',
    args: [],
    cwd: "x",
    startupTimeoutSec: 10,
    defaultToolsApprovalMode: "approve",
  };
  expect(planConfigToml(undefined, file, full).after).toBe(`[mcp_servers.baton]
command = "a\\"b\\\\c\\u007f"
args = []
cwd = "x"
startup_timeout_sec = 10
default_tools_approval_mode = "approve"
`);
});

describe("a table that stands as wanted is left", () => {
  test.each([
    { name: "as we write it", text: `a = 1\n\n${table}`, found: record() },
    { name: "as we write it, alone", text: table, found: record({ created: true, lineEndsBefore: 0 }) },
    {
      name: "in the user's own layout",
      text: "[mcp_servers.baton]\nargs=['b.mjs','mcp']\ncommand='node'",
      found: undefined,
    },
    { name: "with a key of the user's", text: `${table}enabled = false\n`, found: record({ lineEndsBefore: 0 }) },
    {
      name: "inline",
      text: 'mcp_servers = { baton = { command = "node", args = ["b.mjs", "mcp"] } }\n',
      found: undefined,
    },
    {
      name: "dotted",
      text: '[mcp_servers]\nbaton.command = "node"\nbaton.args = ["b.mjs", "mcp"]\n',
      found: undefined,
    },
  ])("$name", ({ text, found }) => {
    expect(planConfigToml(text, file, server)).toEqual({
      after: text,
      change: "none",
      ...(found === undefined ? {} : { record: found }),
    });
  });
});

describe("an unedited table is updated in place", () => {
  const wanted: McpServer = { command: "node", args: ["c.mjs"], startupTimeoutSec: 5 };
  test.each([
    {
      name: "values and new keys",
      before: `a = 1\n\n${table}\n[z]\n`,
      after: 'a = 1\n\n[mcp_servers.baton]\ncommand = "node"\nargs = ["c.mjs"]\nstartup_timeout_sec = 5\n\n[z]\n',
      additions: undefined,
    },
    {
      name: "beside the user's comments and keys",
      before:
        "[mcp_servers.baton] # ours\ncommand = 'node' # plain\n\nargs = [ 'b.mjs', # old\n  'mcp' ] # list\nenabled = false\n[mcp_servers.baton.env]\nA = '1'\n",
      after:
        "[mcp_servers.baton] # ours\ncommand = 'node' # plain\n\nargs = [\"c.mjs\"] # list\nstartup_timeout_sec = 5\nenabled = false\n[mcp_servers.baton.env]\nA = '1'\n",
      additions: "values",
    },
    {
      name: "in a CRLF checkout without a final line end",
      before: crlf(table).slice(0, -2),
      after: '[mcp_servers.baton]\r\ncommand = "node"\r\nargs = ["c.mjs"]\r\nstartup_timeout_sec = 5',
      additions: undefined,
    },
  ])("$name", ({ before, after, additions }) => {
    expect(planConfigToml(before, file, wanted, record())).toEqual({
      after,
      change: "edit",
      additions,
      record: record({ server: wanted }),
    });
  });

  test.each([
    { name: "a retired key goes with its line", before: `${table}cwd = "x"\n[z]\n`, after: `${table}[z]\n` },
    { name: "the user's comment behind it stays", before: `${table}cwd = "x" # y\n`, after: `${table} # y\n` },
  ])("$name", ({ before, after }) => {
    const previous = record({ server: { ...server, cwd: "x" } });
    expect(planConfigToml(before, file, server, previous).after).toBe(after);
  });
});

describe("what the user changed is kept", () => {
  const edited = table.replace("b.mjs", "mine.mjs");
  const older: McpServer = { command: "node", args: ["a.mjs"] };
  test.each([
    { name: "another value", text: edited, previous: record({ server: older }), kept: "edited" },
    { name: "a server of that name nobody recorded", text: edited, previous: undefined, kept: "foreign" },
    { name: "an inline table", text: "mcp_servers.baton = { command = 'x' }\n", previous: record(), kept: "edited" },
    {
      name: "sub-tables without the server",
      text: "[mcp_servers.baton.env]\nA = '1'\n",
      previous: undefined,
      kept: "foreign",
    },
    {
      name: "an array of tables",
      text: "[[mcp_servers.baton]]\ncommand = 'x'\n",
      previous: undefined,
      kept: "foreign",
    },
    { name: "the table taken out", text: "a = 1\n", previous: record(), kept: "deleted" },
    { name: "the table taken out of a closed one", text: "mcp_servers = {}\n", previous: record(), kept: "deleted" },
    { name: "the file taken away", text: undefined, previous: record({ created: true }), kept: "deleted" },
  ])("$name", ({ text, previous, kept }) => {
    expect(planConfigToml(text, file, server, previous)).toEqual({
      after: text,
      change: "none",
      kept,
      ...(previous === undefined ? {} : { record: previous }),
    });
  });

  test("a key of the user's that a new version wants with another value", () => {
    const text = `${table}startup_timeout_sec = 60\n`;
    const plan = planConfigToml(text, file, { ...server, startupTimeoutSec: 10 }, record());
    expect(plan).toMatchObject({ after: text, kept: "edited" });
  });
});
