import { expect, test } from "vitest";
import { readCommand } from "../../../src/audit/shell/read-command.ts";
import type { Taken } from "../../../src/audit/shell/read-git.ts";

test.each<[command: string, commits: Taken | null]>([
  ["git commit -m 'Reject expired tokens'", []],
  ["git commit -am 'Reject expired tokens'", "tracked"],
  ["git commit -qam x", "tracked"],
  ["git commit --all --message=x", "tracked"],
  ["git commit -m 'all of a and b'", []],
  ["git commit -mfast", []],
  ['git commit -m "x" -- a.ts src/b.ts', ["a.ts", "src/b.ts"]],
  ["git commit a.ts -m x", ["a.ts"]],
  ["git commit -F- <<'EOF'\ngit commit -a\nEOF", []],
  ["git commit -S -m x", []],
  ["git commit -p", "tracked"],
  ["git -C packages/api commit -m x src/a.ts", ["packages/api/src/a.ts"]],
  ["git -c user.name=me --no-pager commit -m x", []],
  ["git add a && git commit -m x && git status --short", []],
  ["cd packages/api && git commit -m x src/a.ts", ["packages/api/src/a.ts"]],
  ["cd a; cd ../b; git commit -m x c.ts", ["b/c.ts"]],
  ["(cd a && git commit -m x b.ts); git commit -m y c.ts", ["a/b.ts", "c.ts"]],
  ["bash -lc 'git commit -am x'", "tracked"],
  ["/bin/sh -c \"bash -lc 'git commit -am x'\"", "tracked"],
  ["bash <<'EOF'\ngit commit -am x\nEOF", "tracked"],
  ["env GIT_AUTHOR_NAME=me sudo -u dev git commit -am x", "tracked"],
  ["GIT_EDITOR=true git commit -am x", "tracked"],
  ["timeout 60 git commit -am x", "tracked"],
  ["if git diff --quiet; then true; else git commit -am x; fi", "tracked"],
  ["git commit -m \"$(cat <<'EOF'\nA title; with git add z\nEOF\n)\" a.ts", ["a.ts"]],
  ["eval 'git commit -am x'", "tracked"],
  ["echo $(git commit -am x)", "tracked"],
  ["echo `git commit -am x`", "tracked"],
  ["git \\\n  commit -am x", "tracked"],
  ["git commit -m x 2>&1 | tail -2", []],
  ["git commit --dry-run -am x", null],
  ["git log --grep commit", null],
  ["echo git commit -am x", null],
  ["echo 'x && git commit -am x'", null],
  ["# git commit -am x", null],
  ["cat > notes.md <<'EOF'\ngit commit -am x\nEOF", null],
  ["git show --stat HEAD # commit", null],
  ["git -C /tmp/lab commit -am x", null],
  ["cd /tmp/lab && git commit -am x", null],
])("%s commits %j", (command, commits) => {
  expect(readCommand(command).commits).toEqual(commits);
});

test.each<[command: string, stages: Taken]>([
  ["git add a.ts 'b c.ts'", ["a.ts", "b c.ts"]],
  ["git add -A", "all"],
  ["git add .", "all"],
  ["git add ./a.ts a/../b.ts", ["a.ts", "b.ts"]],
  ["cd src && git add .", ["src"]],
  ["cd src && git add -A", "all"],
  ["git add -A src", ["src"]],
  ["git add -u", "tracked"],
  ["git add -p", "tracked"],
  ["git add -u src", ["src"]],
  ["git add -u && git add -A", "all"],
  ["git add a.ts && git add -u", "tracked"],
  ["git add -i", "all"],
  ["git add --pathspec-from-file=list", "all"],
  ["git add -- -odd.ts", ["-odd.ts"]],
  ["git add src/*.ts", ["src/*.ts"]],
  ["git add -n a.ts", []],
  ['F=src/a.ts; git add $F "$' + '{F}"', ["src/a.ts", "src/a.ts"]],
  ["git rm a.ts && git mv b.ts c.ts", ["a.ts", "b.ts", "c.ts"]],
  ["git add a.ts && git reset && git add b.ts", ["b.ts"]],
  ["git add a.ts b.ts && git reset -q a.ts", ["b.ts"]],
  ["git reset -q a.ts && git add a.ts", ["a.ts"]],
  ["ls | xargs git add", "all"],
  ['cd "$(git rev-parse --show-toplevel)" && git add a.ts', ["a.ts"]],
])("%s stages %j", (command, stages) => {
  expect(readCommand(command).stages).toEqual(stages);
});

test.each<[command: string, unstages: readonly string[] | "all"]>([
  ["git reset", "all"],
  ["git reset HEAD a.ts", ["a.ts"]],
  ["git reset --soft HEAD~1", []],
  ["git restore --staged a.ts b.ts", ["a.ts", "b.ts"]],
  ["git restore --staged .", "all"],
])("%s takes back %j", (command, unstages) => {
  expect(readCommand(command).unstages).toEqual(unstages);
});

test.each<[command: string, outputs: readonly string[]]>([
  ["npm test > out.txt", ["out.txt"]],
  ["cd src && npm test 2>&1 | tee -a out.txt", ["src/out.txt"]],
  ["sed -i s/a/b/ a.ts", []],
  ["npm test > /tmp/out.txt", []],
])("the output of %s goes to %j", (command, outputs) => {
  expect(readCommand(command).outputs).toEqual(outputs);
});
