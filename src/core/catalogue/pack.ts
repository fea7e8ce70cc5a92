import type { Catalogue } from "../entry.ts";

export const packCodes = {
  "pack/incomplete": {
    severity: "error",
    title: "Baton's own files are missing",
    why: "The package carries its skills, agents and contract beside the program; a copy of the program alone can install nothing.",
    fix: "Install the package again: `npm install codex-baton`.",
  },
  "pack/budget-exceeded": {
    severity: "error",
    title: "the pack costs more context than its budget allows",
    why: "Context is the user's money and the model's attention; a pack grows a sentence at a time.",
    fix: "Move detail behind a pointer that says when to open it, or shorten.",
  },
  "pack/budgets-invalid": {
    severity: "error",
    title: "the budgets do not have the form of budgets",
    why: "A budget that is not understood is not held.",
    fix: "Correct the entry the finding names.",
    bad: '{ "listnig": 450 }',
    good: '{ "listing": 450 }',
  },
  "pack/symlink-outside": {
    severity: "warning",
    title: "a symbolic link leads out of what is linted",
    why: "Baton never follows such a link. Codex follows one to a directory, on machines that have it.",
    fix: "Copy what it leads to, or lint that place.",
  },
  "pack/not-utf8": {
    severity: "error",
    title: "a file is not UTF-8",
    why: "Codex refuses skills and agents that are not UTF-8.",
    fix: "Save the file as UTF-8.",
  },
  "pack/too-many-files": {
    severity: "warning",
    title: "not everything was looked at",
    why: "The number of files and directories is bounded so that a hostile tree cannot exhaust the machine.",
    fix: "Lint a smaller directory.",
  },
  "pack/ignore-invalid": {
    severity: "warning",
    title: "a baton-ignore comment is not understood",
    why: "It ignores nothing.",
    fix: "Name a code and give the reason: `<!-- baton-ignore skill/dead-link: written by the build -->`.",
  },
  "pack/ignore-unused": {
    severity: "info",
    title: "a baton-ignore comment ignores nothing",
    why: "What it excused is gone; the next such mistake would pass unseen.",
    fix: "Remove the comment.",
  },
} as const satisfies Catalogue;
