import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** A running Codex with all three streams open. */
export type CodexProcess = ChildProcessByStdio<Writable, Readable, Readable>;

const CODEX = join(dirname(createRequire(import.meta.url).resolve("@openai/codex/package.json")), "bin", "codex.js");

/** Starts the Codex of the dev dependencies as the leader of a process group, with this environment and no other. */
export function startCodex(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): CodexProcess {
  const detached = process.platform !== "win32";
  return spawn(process.execPath, [CODEX, ...args], { ...options, detached, stdio: "pipe" });
}

/** Ends Codex with every process of its group, at once; harmless when it has ended. */
export function killCodex(codex: CodexProcess): void {
  if (codex.pid === undefined) return;
  try {
    if (process.platform === "win32") codex.kill("SIGKILL");
    else process.kill(-codex.pid, "SIGKILL");
  } catch {
    // The group has ended between the check and the signal.
  }
}
