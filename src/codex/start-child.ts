import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** A running program with all three streams open. */
export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts a program with this environment and no other, as the leader of a process group: what it starts ends with it. A
 * `.js` file is run by this Node, a `.cmd` through the shell, which Windows asks for.
 */
export function startChild(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Environment },
): Child {
  const detached = process.platform !== "win32";
  const options = { cwd, env, detached, stdio: "pipe", windowsHide: true } as const;
  if (/\.[cm]?js$/.test(command)) return spawn(process.execPath, [command, ...args], options);
  if (/\.(cmd|bat)$/i.test(command)) return spawn(quoted(command), args.map(quoted), { ...options, shell: true });
  return spawn(command, args, options);
}

function quoted(word: string): string {
  return /[\s&|<>^()]/.test(word) ? `"${word}"` : word;
}

/** Ends a program with everything it started, at once; harmless when it has ended. */
export function killChild(child: Child): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
    else if (child.exitCode === null) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  } catch {
    // The group has ended by itself.
  }
}
