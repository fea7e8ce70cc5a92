import { expect, test } from "vitest";
import { parseToml } from "../../src/parse/toml.ts";
import { said } from "../helpers/said.ts";
import { textAt } from "../helpers/text-at.ts";

const text = `name = "critic"
model.effort = "high"

[server.env]
KEY = "value"
list = [1, { x = 2 }]

[[hook]]
on = "start"

[[hook]]
"quoted key" = '''
two lines'''
`;

test("keys, tables and lists of tables come back as plain data", () => {
  expect(parseToml(text, "f.toml")).toMatchObject({
    value: {
      name: "critic",
      model: { effort: "high" },
      server: { env: { KEY: "value", list: [1, { x: 2 }] } },
      hook: [{ on: "start" }, { "quoted key": "two lines" }],
    },
    findings: [],
  });
});

test.each([
  ["/name", '"critic"', "name"],
  ["/model/effort", '"high"', "effort"],
  ["/model", '"high"', "model"],
  ["/server", "server.env", "server.env"],
  ["/server/env", "server.env", "server.env"],
  ["/server/env/KEY", '"value"', "KEY"],
  ["/server/env/list/0", "1", "1"],
  ["/server/env/list/1/x", "2", "x"],
  ["/hook", "hook", "hook"],
  ["/hook/0/on", '"start"', "on"],
  ["/hook/1/quoted key", "'''", '"quoted key"'],
  ["/name/deeper", '"critic"', "name"],
  ["/nothing", undefined, undefined],
  ["", undefined, undefined],
])("%s is found by value and by key", (pointer, value, key) => {
  const { locate } = parseToml(text, "f.toml");
  expect(textAt(text, locate(pointer))).toBe(value);
  expect(textAt(text, locate(pointer, "key"))).toBe(key);
});

test("a table's own header is its place, even below that of a table inside it", () => {
  const nested = "[a.b]\nx = 1\n[a]\ny = 2\n";
  expect(parseToml(nested, "f.toml").locate("/a")).toEqual({ line: 3, column: 2, length: 1 });
});

test.each([
  ["CRLF", "a = 1\r\nb = 2\r\n"],
  ["a byte order mark", "\uFEFFa = 1\nb = 2\n"],
])("positions are right with %s", (_, text) => {
  const { value, locate } = parseToml(text, "f.toml");
  expect(value).toEqual({ a: 1, b: 2 });
  expect(locate("/a")).toEqual({ line: 1, column: 5, length: 1 });
  expect(locate("/b")).toEqual({ line: 2, column: 5, length: 1 });
});

test.each([
  ["a value that does not end", 'a = 1\nb = "x', "parse/toml 2:5 unfinished string"],
  ["a key given twice", "a = 1\na = 2", "parse/toml 2:1 trying to redefine an already defined table or value"],
  ["a mistake behind a byte order mark", "\uFEFFa 1", "parse/toml 1:3 illegal character in key"],
  ["a date that is none", "a = 2020-13-45", "parse/toml 1:5 invalid date"],
  [
    "a number too large to keep",
    "a = 9007199254740993",
    "parse/toml 1:5 integer value cannot be represented losslessly",
  ],
])("%s gives no value and says where", (_, text, expected) => {
  expect(parseToml(text, "f.toml").value).toBeUndefined();
  expect(parseToml(text, "f.toml").findings.map(said)).toEqual([expected]);
});
