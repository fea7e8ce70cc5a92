import type { Catalogue } from "../entry.ts";

export const parseCodes = {
  "parse/unreadable": {
    severity: "error",
    title: "the file cannot be read",
    why: "Nothing can be said about a file that cannot be opened.",
    fix: "Check that the path exists, is a regular file, and may be read by you.",
  },
  "parse/not-utf8": {
    severity: "error",
    title: "the input is not UTF-8",
    why: "Guessing at an encoding changes what a text says, and JSON, YAML and TOML are UTF-8.",
    fix: "Save the file as UTF-8.",
  },
  "parse/too-large": {
    severity: "error",
    title: "the input is larger than Baton reads",
    why: "Input is bounded so that a hostile or broken file cannot exhaust memory.",
    fix: "Shorten the file, or split it.",
  },
  "parse/too-deep": {
    severity: "error",
    title: "the input nests deeper than Baton reads",
    why: "Depth is bounded so that a hostile file cannot exhaust the stack.",
    fix: "Flatten the value.",
  },
  "parse/yaml": {
    severity: "error",
    title: "the YAML does not parse",
    why: "A file that does not parse is not in force, whatever it says.",
    fix: "Correct the line the finding points at.",
  },
  "parse/toml": {
    severity: "error",
    title: "the TOML does not parse",
    why: "Codex ignores an agent whose TOML does not parse, and does not start on such a config.toml.",
    fix: "Correct the line the finding points at.",
  },
  "parse/json": {
    severity: "error",
    title: "the JSON does not parse",
    why: "A file that does not parse is not in force, whatever it says.",
    fix: "Correct the line the finding points at.",
  },
  "parse/duplicate-key": {
    severity: "error",
    title: "a key is given twice",
    why: "Readers disagree on which of the two counts.",
    fix: "Keep one of them.",
  },
  "parse/front-matter-missing": {
    severity: "error",
    title: "the file does not start with front matter",
    why: "Codex reads name and description from a block between two lines of ---, the first at the very start of the file.",
    fix: "Start the file with ---, the fields, and a closing ---.",
  },
  "parse/front-matter-language": {
    severity: "error",
    title: "the front matter is in a language other than YAML",
    why: "Front matter such as ---js is a program; Baton never runs it and Codex does not read it.",
    fix: "Write the front matter as YAML between plain --- lines.",
  },
} as const satisfies Catalogue;
