import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decomposition } from "../e2e/plays/session-expiry.ts";
import { HookedRepository } from "./support/codex-session.ts";
import { play, upTo } from "./support/medium-session.ts";

/** A repository with Git's own history, in which files of a person's lie uncommitted. */
function withFilesOfAPerson(...paths: readonly string[]): HookedRepository {
  const repository = new HookedRepository();
  rmSync(join(repository.root, ".git"), { recursive: true });
  const git = (...words: readonly string[]) => execFileSync("git", words, { cwd: repository.root });
  git("init", "--quiet");
  repository.write(".baton/.gitignore", "*\n");
  git("add", "--force", ".baton");
  git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Install Baton");
  for (const path of paths) repository.write(path, "a person's\n");
  return repository;
}

const reasonOf = (answer: { hookSpecificOutput?: { permissionDecisionReason?: string } } | undefined) =>
  answer?.hookSpecificOutput?.permissionDecisionReason;

test("a commit of documents that sweeps in a person's own files is told what to leave out", async () => {
  const session = withFilesOfAPerson("notes.txt", "src/begun.ts").session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan. Implement it.");
  await play(session, [decomposition]);

  expect(reasonOf(await session.shell("git add -A && git commit -qm 'Plan'"))).toBe(
    'Baton: "notes.txt" and 1 more are committed, and no task and no quality check changed it [commit/foreign-files]. Commit by name only what the task changed; leave out "notes.txt", "src/begun.ts"',
  );
  expect(await session.shell("git add docs test && git commit -qm 'Plan'")).toBeUndefined();
});

test.each(["git commit -qam 'Plan'", "git add -u && git commit -qm 'Plan'"])(
  "a commit of what git knows leaves a person's new files where they are: %s",
  async (made) => {
    const repository = withFilesOfAPerson("notes.txt", "src/begun.ts");
    const session = repository.session();
    await upTo(session, "batch-approval");
    await session.person("I approve the plan. Implement it.");
    await play(session, [decomposition]);
    await session.shell("echo done > progress.txt", () => {
      repository.write("progress.txt", "done\n");
      return "";
    });
    expect(await session.shell(made)).toBeUndefined();
  },
);

test("a commit of what git knows takes what a person had changed, and what it was asked about beside it", async () => {
  const repository = withFilesOfAPerson("notes.txt", "src/begun.ts");
  execFileSync("git", ["add", "src/begun.ts"], { cwd: repository.root });
  const session = repository.session();
  await upTo(session, "batch-approval");
  await session.person("I approve the plan. Implement it.");
  await play(session, [decomposition]);
  expect(reasonOf(await session.shell("git commit -qam 'Plan'"))).toContain('leave out "src/begun.ts"');
});
