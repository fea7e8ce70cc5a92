import type { Catalogue } from "../entry.ts";

export const packCodes = {
  "pack/incomplete": {
    severity: "error",
    title: "Baton's own files are missing",
    why: "The package carries its skills, agents and contract beside the program; a copy of the program alone can install nothing.",
    fix: "Install the package again: `npm install codex-baton`.",
  },
} as const satisfies Catalogue;
