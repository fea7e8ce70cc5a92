import { expect, test } from "vitest";
import { guardBaton } from "../../src/hooks/guard-baton.ts";
import type { TraceEvent } from "../../src/trace/trace-event.ts";

const base = { at: "2026-11-21T09:00:00.000Z", where: { file: "", line: 0 }, thread: "t", agent: null } as const;

function command(text: string): TraceEvent {
  return { kind: "command", ...base, command: text, cwd: null, exitCode: null, output: "", refused: null };
}

test.each([
  "echo off > .baton/hooks.jsonl",
  "echo x >>'.baton/runs.db'",
  "cd .baton && rm runs.db",
  "cd .baton; echo x > contract.yaml",
  "rm -rf .baton",
  "rm -rf ./.baton/sessions",
  "cp /tmp/runs.db .baton/runs.db",
  "sed -i s/2/9/ .baton/contract.yaml",
  "sqlite3 .baton/runs.db 'DELETE FROM events'",
  "node -e \"require('fs').rmSync('.baton/runs.db')\"",
  "python3 - <<'END'\nopen('.baton/runs.db','w')\nEND",
  "bash -c 'rm .baton/runs.db'",
  'env X=1 bash -lc "cd .baton && truncate -s 0 runs.db"',
  "find .baton -name '*.json' -delete",
  "tee .baton/x < y",
  "git checkout -- .baton",
  "git clean -fdx .baton",
  "D=.baton; rm -r $D",
  "/usr/bin/rm /home/me/project/.baton/runs.db",
  "sort -o .baton/hooks.jsonl /dev/null",
  "uniq a .baton/b",
  "tree -o .baton/x",
  "xxd -r x .baton/y",
  "git diff --output=.baton/x",
  "sed -n 'w .baton/x' y",
  "sed 's/a/b/w .baton/x' y",
  "find .baton/sessions -type f -print0 | xargs -0 rm",
  "ls .baton/sessions/* | xargs truncate -s 0",
  "find . -name runs.db -delete",
  "git clean -fdx",
  "git clean -f -d -X",
  "git -C .baton clean -fd",
  "cd .baton && git clean -fd",
  "mv .baton/runs.db /tmp/",
  "ln -s .baton/runs.db x",
  "perl -e \"unlink('.baton/runs.db')\"",
  'awk \'BEGIN { print "x" > ".baton/hooks.jsonl" }\'',
])("an agent may not: %s", (text) => {
  expect(guardBaton(command(text))).toMatch(/^Baton: ".+\. Leave \.baton alone/s);
});

test.each([
  "node .baton/bin/baton.mjs run approve WF-1",
  "node .baton/bin/baton.mjs run reject WF-1 approve_plan",
  "baton hook off",
  "npx codex-baton hook on",
  "npx --yes codex-baton@latest trust --yes",
  "cd sub && ../.baton/bin/baton.mjs hook off --project",
  "bash -c 'baton run approve wfr_1'",
  "baton run approve wfr_1 --reason --dry-run",
  "baton hook off --reason -h",
])("an agent may not speak for a person: %s", (text) => {
  expect(guardBaton(command(text))).toMatch(/is a person's command\. End your turn and ask them/);
});

test.each([
  "echo '{}' | node .baton/bin/baton.mjs hook UserPromptSubmit",
  "baton hook SubagentStop < answer.json",
  "npx --yes codex-baton hook --json Stop --help",
  "node --jitless .baton/bin/hook.mjs UserPromptSubmit < said.json",
  "echo '{}' | node ~/.codex/baton/bin/hook.mjs UserPromptSubmit",
  "cd ~/.codex/baton/bin && node hook.mjs Stop",
])("an agent may not speak for Codex: %s", (text) => {
  expect(guardBaton(command(text))).toMatch(/^Baton: ".+" tells Baton what only Codex tells it\./);
});

test.each([
  "cat .baton/contract.yaml",
  "ls -la .baton && head -5 .baton/contract.yaml | grep limits",
  "grep -rn 'baton run approve' docs",
  "echo 'run baton hook off'",
  "node .baton/bin/baton.mjs validate answer.json --agent task-executor",
  "node .baton/bin/baton.mjs run get wfr_1 --json > /tmp/run.json",
  "baton run list",
  "git add -A && git commit -m 'Install Baton in .baton'",
  "git add .baton/contract.yaml && git diff --cached .baton",
  "find .baton -name '*.yaml' | xargs wc -l",
  "rm -rf build && npm test",
  "node dist/baton.mjs",
  "sed -n 1,20p .baton/contract.yaml",
  "tar --exclude=.baton -czf /tmp/x.tgz .",
  "rsync -a --exclude .baton . /tmp/x",
  "npx eslint . --ignore-pattern .baton",
  "npx prettier --check . '!.baton/**'",
  "awk '/\\.baton/' .gitignore",
  "cp .baton/manifest.json /tmp/",
  "python3 -m json.tool .baton/manifest.json",
  "strings .baton/runs.db | sha1sum",
  "[[ -d .baton ]] && echo yes",
  "sed -i 's/x/.baton/' README.md",
  "tee docs/x.md <<END\nRuns lie in .baton.\nEND",
  "git -c core.pager=cat status .baton",
  "npx codex-baton install --dry-run",
  "baton update --help",
  "git clean -fd",
  "git clean -ndx",
  "git clean -fdx -e .baton",
  "sort -o out.txt in.txt",
])("an agent may: %s", (text) => {
  expect(guardBaton(command(text))).toBeUndefined();
});

test("a patch may touch any file but Baton's", () => {
  const patch = (path: string): TraceEvent => ({
    kind: "files_changed",
    ...base,
    files: [
      { path: "src/a.ts", change: "updated" },
      { path, change: "added" },
    ],
    refused: null,
  });
  expect(guardBaton(patch(".baton/contract.yaml"))).toContain('".baton/contract.yaml" is Baton\'s own');
  expect(guardBaton(patch("/home/me/project/.baton/runs.db"))).toContain("is Baton's own");
  expect(guardBaton(patch("docs/.baton.md"))).toBeUndefined();
});
