import { applyPatch } from "../../../test/e2e/plays/apply-patch.ts";
import { commit } from "../../../test/e2e/plays/expiry/commit.ts";
import {
  checkSmall,
  commitSmall,
  reportSmall,
  smallChange,
  smallFiles,
  smallPlanned,
} from "../../../test/e2e/plays/expiry/small.ts";
import { paths } from "../../../test/e2e/plays/expiry/words.ts";
import { call } from "../../../test/e2e/plays/part.ts";
import { ends, play, turn } from "../../../test/e2e/plays/play.ts";
import { shell } from "../../../test/e2e/turn-items.ts";
import type { SessionCase } from "../session-case.ts";

/** Commits of something else than what was checked. */
export const commitCases: readonly SessionCase[] = [
  {
    folder: "commit/unapproved/bad-1",
    breaks: "commit/unapproved",
    what: "The change is committed before any quality check.",
    generation: 1,
    play: play(smallPlanned, smallChange, commitSmall, ends("The change is committed. Shall I run the checks now?")),
  },
  {
    folder: "commit/unapproved/bad-2",
    breaks: "commit/unapproved",
    what: "The code is changed once more between the approval and the commit.",
    generation: 2,
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall()),
      turn(
        applyPatch(`*** Update File: ${paths.code}`, "@@", "-  return token.user;", "+  return token.user ?? null;"),
      ),
      commitSmall,
      ends("I made verify answer null on the way and committed it. Is that all right?"),
    ),
  },
  {
    folder: "commit/foreign-files/bad-1",
    breaks: "commit/foreign-files",
    what: "A file of the person's is swept in by `git add -A`.",
    generation: 1,
    untracked: { "notes.txt": "call the bank\n" },
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall()),
      turn(shell("git add -A && git commit -m 'Reject expired session tokens' && git status --short")),
      reportSmall,
    ),
  },
  {
    folder: "commit/foreign-files/bad-2",
    breaks: "commit/foreign-files",
    what: "A file the person had changed is committed by its name.",
    generation: 2,
    untracked: { "package.json": '{ "name": "sessions", "type": "module", "private": true }\n' },
    play: play(
      smallPlanned,
      smallChange,
      call(checkSmall()),
      commit("Reject expired session tokens", ...smallFiles, "package.json"),
      reportSmall,
    ),
  },
];
