import type { Catalogue } from "../entry.ts";

export const cliCodes = {
  "cli/usage": {
    severity: "error",
    title: "the command was called wrongly",
    why: "An option that is not understood is never ignored.",
    fix: "See the command's --help.",
  },
  "cli/unknown-code": {
    severity: "error",
    title: "there is no such code",
    why: "Codes are a closed list.",
    fix: "`baton explain` without a code lists all of them.",
  },
  "cli/old-node": {
    severity: "error",
    title: "this Node is too old",
    why: "Baton needs what newer versions of Node have built in.",
    fix: "Install a newer Node.",
  },
  "cli/directory-gone": {
    severity: "error",
    title: "the current directory is gone",
    why: "Somebody removed or moved it while a shell stood in it; paths that are not absolute lead nowhere from there.",
    fix: "Change to a directory that is there, and call it again.",
  },
  "cli/output-refused": {
    severity: "error",
    title: "standard output cannot be written",
    why: "The disk it goes to is full, or what reads it has failed. What was printed so far is not whole.",
    fix: "Clear the cause, and call it again.",
  },
  "cli/interrupted": {
    severity: "error",
    title: "the command was interrupted",
    why: "What had been written is complete; running the command again goes on from there.",
    fix: "Run the command again.",
  },
  "cli/bug": {
    severity: "error",
    title: "Baton has a bug",
    why: "Bad input never ends here: this is a mistake in Baton itself.",
    fix: "Report it with the lines printed.",
  },
} as const satisfies Catalogue;
