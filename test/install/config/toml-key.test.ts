import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { removeTomlKey } from "../../../src/install/config/remove-toml-key.ts";
import { setTomlKey } from "../../../src/install/config/set-toml-key.ts";

const file = "config.toml";
const path = ["hooks", "state", "/p/hooks.json:stop:0:0", "trusted_hash"];
const header = '[hooks.state."/p/hooks.json:stop:0:0"]';
const set = (text: string): string => setTomlKey(text, file, path, "sha256:2");
const remove = (text: string): string => removeTomlKey(text, file, path);

describe("a key is set", () => {
  test.each<[string, string, string]>([
    ["in an empty file", "", `${header}\ntrusted_hash = "sha256:2"\n`],
    ["at the end, behind a blank line", "a = 1 # x\n", `a = 1 # x\n\n${header}\ntrusted_hash = "sha256:2"\n`],
    ["behind a last line without an end", "[t]\na = 1", `[t]\na = 1\n\n${header}\ntrusted_hash = "sha256:2"\n`],
    ["with the file's line ends", "a = 1\r\n", `a = 1\r\n\r\n${header}\r\ntrusted_hash = "sha256:2"\r\n`],
    [
      "behind hooks of the user's own",
      "[[hooks.Stop]]\nhooks = []\n",
      `[[hooks.Stop]]\nhooks = []\n\n${header}\ntrusted_hash = "sha256:2"\n`,
    ],
    [
      "in place of another value",
      `${header} # mine\ntrusted_hash = 'sha256:1' # old\n[z]\n`,
      `${header} # mine\ntrusted_hash = "sha256:2" # old\n[z]\n`,
    ],
    [
      "beside other keys of its table",
      `${header}\nenabled = false # off\n\n[z]\n`,
      `${header}\nenabled = false # off\ntrusted_hash = "sha256:2"\n\n[z]\n`,
    ],
    ["in a table that is empty", `${header}\n\n[z]\n`, `${header}\ntrusted_hash = "sha256:2"\n\n[z]\n`],
    [
      "among braces",
      `[hooks.state]\n'/p/hooks.json:stop:0:0' = { enabled = true }\n`,
      `[hooks.state]\n'/p/hooks.json:stop:0:0' = { enabled = true, trusted_hash = "sha256:2" }\n`,
    ],
    [
      "between empty braces",
      `[hooks.state]\n'/p/hooks.json:stop:0:0' = {}\n`,
      `[hooks.state]\n'/p/hooks.json:stop:0:0' = { trusted_hash = "sha256:2" }\n`,
    ],
    [
      "in place, in a dotted key",
      `hooks.state."/p/hooks.json:stop:0:0".trusted_hash = "x"\n`,
      `hooks.state."/p/hooks.json:stop:0:0".trusted_hash = "sha256:2"\n`,
    ],
    [
      "behind a dotted key of the same table",
      `[hooks]\nstate."/p/hooks.json:stop:0:0" . enabled = true # x\n[z]\n`,
      `[hooks]\nstate."/p/hooks.json:stop:0:0" . enabled = true # x\nstate."/p/hooks.json:stop:0:0".trusted_hash = "sha256:2"\n[z]\n`,
    ],
  ])("%s", (_, before, after) => {
    expect(set(before)).toBe(after);
    expect(set(after)).toBe(after);
  });
});

describe("a key is taken out", () => {
  test.each<[string, string, string]>([
    [
      "with its table and the blank line before it",
      `a = 1\n\n${header}\ntrusted_hash = "x"\n\n[z]\n`,
      "a = 1\n\n[z]\n",
    ],
    [
      "without what else is in its table",
      `${header}\ntrusted_hash = "x"\nenabled = false\n`,
      `${header}\nenabled = false\n`,
    ],
    ["without a comment in its table", `${header}\n# why\ntrusted_hash = "x"\n`, `${header}\n# why\n`],
    ["without a comment on its line", `${header}\ntrusted_hash = "x" # why\n`, `${header}\n # why\n`],
    [
      "out of braces, where it is last",
      `hooks.state."/p/hooks.json:stop:0:0" = { enabled = true, trusted_hash = "x" }\n`,
      `hooks.state."/p/hooks.json:stop:0:0" = { enabled = true }\n`,
    ],
    [
      "out of braces, where it is first",
      `hooks.state."/p/hooks.json:stop:0:0" = { trusted_hash = "x", enabled = true }\n`,
      `hooks.state."/p/hooks.json:stop:0:0" = { enabled = true }\n`,
    ],
    [
      "with braces that hold nothing else",
      `[hooks.state]\n"/p/hooks.json:stop:0:0" = { trusted_hash = "x" }\nother = 1\n`,
      "[hooks.state]\nother = 1\n",
    ],
    [
      "of a dotted key, with its line",
      `a = 1\nhooks.state."/p/hooks.json:stop:0:0".trusted_hash = "x"\nb = 2\n`,
      "a = 1\nb = 2\n",
    ],
    ["not, where it is not there", "[hooks.state]\nother = 1\n", "[hooks.state]\nother = 1\n"],
  ])("%s", (_, before, after) => {
    expect(remove(before)).toBe(after);
  });
});

test.each([
  ["hooks = {}\n", "install/config-fixed"],
  ["hooks = { state = { other = { enabled = true } } }\n", "install/config-fixed"],
  ["hooks = 1\n", "install/config-fixed"],
  ["hooks = [\n", "install/config-unreadable"],
])("what takes no such key is refused: %j", (text, code) => {
  expect(() => set(text)).toThrow(expect.objectContaining({ code }));
});

test("a name with quotes, backslashes and controls is the same name when it is read back", () => {
  const odd = ["projects", 'C:\\a "b"\n\u007f', "trust_level"];
  expect(parse(setTomlKey("", file, odd, "trusted"))).toEqual({
    projects: { 'C:\\a "b"\n\u007f': { trust_level: "trusted" } },
  });
});

const configs = fc
  .array(
    fc.constantFrom(
      ...["", "# c", "  ", "k@ = 1 # x", "k@ = '''\n[hooks]\n'''", "k@.a = { b = 2024-01-01 }", "[t@]", "[[l]]"],
      ...[
        "[hooks.state.k@]\nenabled = false",
        `${header.replace("stop", "@")}\ntrusted_hash = "y"`,
        "[[hooks.Stop]]",
        "[hooks.state]",
      ],
    ),
    { maxLength: 8 },
  )
  .chain((lines) =>
    fc
      .constantFrom("\n", "\r\n")
      .map((end) => lines.map((line, at) => line.replaceAll("@", `${at}`).replaceAll("\n", end) + end).join("")),
  )
  .filter((text) => {
    try {
      return parse(text) !== undefined;
    } catch {
      return false;
    }
  });

test("what was set and is taken out again leaves the file as it was, to the byte", () => {
  const other = ["projects", "/p", "trust_level"];
  fc.assert(
    fc.property(configs, (text) => {
      const both = setTomlKey(set(text), file, other, "trusted");
      expect(parse(both)).toMatchObject({ projects: { "/p": { trust_level: "trusted" } } });
      expect(remove(removeTomlKey(both, file, other))).toBe(text);
      expect(removeTomlKey(remove(both), file, other)).toBe(text);
    }),
  );
});
