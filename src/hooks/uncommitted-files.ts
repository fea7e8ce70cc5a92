/** So many are looked at: a work tree with more is not looked at closely by anybody. */
const mostFiles = 200;

/**
 * The files of a checkout that differ from its last commit, untracked ones too, by their paths from its root; none where git
 * does not tell within two seconds. Nothing that a repository's own configuration names is run.
 */
export function uncommittedFiles(checkout: string): readonly string[] {
  const quiet = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
  const args = [...quiet, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames"];
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
    const paths = output.split("\0").flatMap((line) => (line.length > 3 ? [line.slice(3)] : []));
    return paths.slice(0, mostFiles);
  } catch {
    return [];
  }
}
