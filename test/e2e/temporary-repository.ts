import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

/** A fresh Git repository; `root` is a real path. */
export interface TemporaryRepository {
  readonly root: string;
  /** Writes files, by path from the root; makes the directories they need. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs Git in the root and gives what it printed, trimmed. Rejects when Git fails. */
  git(...args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** What a repository starts with. */
export interface TemporaryRepositoryOptions {
  /** The files of the first commit, by path from the root. */
  readonly files?: Readonly<Record<string, string>>;
  /** Puts spaces and an apostrophe into the root's path. */
  readonly withSpaces?: boolean;
}

/** Makes a repository on branch `main` with one commit; Git's settings of the machine play no part. */
export async function makeTemporaryRepository(options: TemporaryRepositoryOptions = {}): Promise<TemporaryRepository> {
  const directory = await makeTemporaryDirectory("repository-");
  const root = join(directory.path, options.withSpaces ? "a person's project" : "project");
  await mkdir(root);
  const repository: TemporaryRepository = {
    root,
    write: (files) => writeFiles(root, files),
    git: (...args) => runGit(root, args),
    remove: directory.remove,
  };
  await repository.git("init", "--quiet", "--initial-branch=main");
  await repository.git("config", "user.name", "Tester");
  await repository.git("config", "user.email", "tester@example.invalid");
  await repository.write({ "README.md": "# A project\n", ...options.files });
  await repository.git("add", "--all");
  await repository.git("commit", "--quiet", "--message", "Start");
  return repository;
}

async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function runGit(root: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
  const { stdout } = await promisify(execFile)("git", args, { cwd: root, env });
  return stdout.trim();
}
