import { expect, test } from "vitest";
import { isCommitDone } from "../../../src/audit/shell/is-commit-done.ts";
import type { CommandRun } from "../../../src/trace/trace-event.ts";

function ran(command: string, how: Partial<CommandRun>): CommandRun {
  const there = {
    at: "2026-01-01T09:00:00.000Z",
    where: { file: "session.jsonl", line: 1 },
    thread: "root",
    agent: null,
  };
  return { kind: "command", ...there, command, cwd: null, exitCode: 0, output: "", refused: null, ...how };
}

const made = "[main 1a2b3c4] Reject expired tokens\n 1 file changed\n";
const empty = "On branch main\nnothing to commit, working tree clean\n";

test.each<[string, string, Partial<CommandRun>, boolean]>([
  ["ends well", "git commit -qm x", {}, true],
  ["ends well, with the status after it", "git commit -qm x && git status", { output: empty }, true],
  ["is told of, whatever came after it", "git commit -m x; npm test", { exitCode: 1, output: made }, true],
  ["is told of, its exit not known", "git commit -m x", { exitCode: null, output: made }, true],
  ["is the first one, on a detached head", "git commit -m x", { output: "[detached HEAD 1a2b3c4] x\n" }, true],
  ["fails", "git commit -m x", { exitCode: 1 }, false],
  ["is empty, which is passed over", "git commit -m x || true", { output: empty }, false],
  ["cannot be, which is passed over", "git commit -m x | cat", { output: "fatal: not a git repository\n" }, false],
  ["has not ended", "git commit -m x", { exitCode: null }, false],
  ["is refused", "git commit -m x", { refused: "no", output: made }, false],
  ["is spoken of", "echo git commit", { output: made }, false],
])("a commit that %s", (_, command, how, isDone) => {
  expect(isCommitDone(ran(command, how))).toBe(isDone);
});
