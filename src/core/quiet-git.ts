/** Options of git's with which it runs nothing that a repository's own configuration names. */
export const quietGit = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"] as const;
