import { fstatSync, statSync } from "node:fs";
import { currentDirectory } from "./current-directory.ts";
import type { Io } from "./io.ts";
import { runCli } from "./main.ts";
import { readStdin } from "./read-stdin.ts";
import { writeAll } from "./write-all.ts";

/** Runs a command line as this process: its streams, its environment, its exit status. */
export async function runProcess(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCli(argv, processIo());
}

function processIo(): Io {
  return {
    get cwd() {
      return currentDirectory();
    },
    program: process.argv[1],
    env: process.env,
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    readStdin: async () => readStdin(),
    ancestorVariables: async () => (await import("./ancestors.ts")).ancestorVariables(),
    terminal: {
      get stdin() {
        return isTerminal(0);
      },
      get stdout() {
        return isTerminal(1);
      },
      get stderr() {
        return isTerminal(2);
      },
    },
  };
}

/** Asks the descriptor before it asks node:tty, which loads streams and sockets and costs more than most commands. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice()) return false;
    if (process.platform !== "win32" && stat.rdev === statSync("/dev/null").rdev) return false;
  } catch {
    return false;
  }
  const { isatty } = process.getBuiltinModule("node:tty");
  return isatty(descriptor);
}
