import { readFileSync, writeSync } from "node:fs";
import type { Io } from "./io.ts";
import { version } from "./version.ts";

const argv = process.argv.slice(2);

// Asked for by every tool that looks for a Baton: answered before anything else is loaded.
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) process.stdout.write(`${version}\n`);
else void main();

async function main(): Promise<void> {
  const { runCli } = await import("./main.ts");
  process.exitCode = await runCli(argv, processIo());
}

function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    readStdin: async () => readFileSync(0, "utf8"),
    terminal: {
      stdin: process.stdin.isTTY === true,
      stdout: process.stdout.isTTY === true,
      stderr: process.stderr.isTTY === true,
    },
  };
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
