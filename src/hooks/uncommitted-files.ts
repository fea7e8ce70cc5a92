import { quietGit } from "../core/quiet-git.ts";

/** So many are looked at: a work tree with more is not looked at closely by anybody. */
const mostFiles = 200;

/** A file that differs from the last commit, by its path from the checkout's root. */
export interface UncommittedFile {
  readonly path: string;
  /** Whether git knows it: it was committed before, or is staged. */
  readonly isTracked: boolean;
}

/**
 * The files of a checkout that differ from its last commit, untracked ones too; none where git does not tell within two
 * seconds. Nothing that a repository's own configuration names is run.
 */
export function uncommittedFiles(checkout: string): readonly UncommittedFile[] {
  const args = [...quietGit, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames"];
  // Loaded only here: it costs more than most of what a hook does.
  const { execFileSync } = process.getBuiltinModule("node:child_process");
  try {
    const output = execFileSync("git", args, {
      cwd: checkout,
      encoding: "utf8",
      timeout: 2_000,
      maxBuffer: 4_000_000,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
    });
    const lines = output.split("\0").filter((line) => line.length > 3);
    return lines.slice(0, mostFiles).map((line) => ({ path: line.slice(3), isTracked: !line.startsWith("??") }));
  } catch {
    return [];
  }
}
