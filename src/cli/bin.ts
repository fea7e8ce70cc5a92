import { fstatSync, statSync, writeSync } from "node:fs";
import type { Io } from "./io.ts";
import { runCli } from "./main.ts";
import { readStdin } from "./read-stdin.ts";
import { version } from "./version.ts";

const argv = process.argv.slice(2);

// Asked for by every tool that looks for a Baton: answered before anything else is loaded.
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) writeAll(1, `${version}\n`);
else
  void runCli(argv, processIo()).then((status) => {
    process.exitCode = status;
  });

function processIo(): Io {
  return {
    cwd: process.cwd(),
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

/** Writes synchronously, so that nothing is lost at exit; a closed pipe (`| head`) ends the program quietly. */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") process.exit(0);
      if (code !== "EAGAIN") throw error;
    }
  }
}
